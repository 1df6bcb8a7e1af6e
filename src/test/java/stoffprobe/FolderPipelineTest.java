package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.ingest.PictureFolders;

/** A folder of photographs becomes a report with one command, and notices what changes in it. */
final class FolderPipelineTest {

  @TempDir private Path folder;

  @Test
  void aFolderBecomesAReportAndAnAddedPictureIsNoticed() throws IOException {
    Path photos = folder.resolve("photos");
    PictureFolders.fill(photos.resolve("dark shoe"), 12, 40);
    PictureFolders.fill(photos.resolve("light shoe"), 12, 100);
    Files.writeString(photos.resolve("light shoe/broken.jpg"), "no picture");
    Path file =
        Files.writeString(
            folder.resolve("shoes.yaml"),
            """
            pipeline: shoes
            seed: 42
            dataset: {title: Our shoes, folder: '%s', size: [8, 8], invert: never}
            training: {epochs: 2, batch: 4}
            models:
              mlp: {layers: [flatten, {dense: 2}]}
            """
                .formatted(photos));
    String output = folder.resolve("output").toString();

    CommandLineRun run = CommandLineRun.of("run", file.toString(), "--output", output);

    assertThat(run.exitCode()).as(run.err()).isZero();
    Path report = Path.of(output, "shoes/6-report/report.html");
    Document page = Jsoup.parse(report);
    List<String> watch = page.select("#watch + ul li span[lang=en]").eachText();
    assertThat(watch)
        .anySatisfy(text -> assertThat(text).startsWith("Files not read: 1."))
        .anySatisfy(text -> assertThat(text).contains("“dark shoe” (10 for training, 2"))
        .anySatisfy(text -> assertThat(text).startsWith("Telling brightness:"));
    assertThat(page.select("#collect").text()).contains("What was read is a folder of pictures");

    assertThat(status(file, output)).startsWith("ingest: up to date");
    PictureFolders.png(photos.resolve("dark shoe/one more.png"), 5, 9, 30, 3);
    assertThat(status(file, output)).startsWith("ingest: stale: dataset.folder: ");
  }

  private static String status(Path file, String output) {
    return CommandLineRun.of("status", file.toString(), "--output", output).out();
  }
}
