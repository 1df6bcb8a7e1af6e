package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.ExploreSettings;
import stoffprobe.config.PreprocessSettings;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Split;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Progress;
import stoffprobe.engine.Stage;
import stoffprobe.engine.Workspace;
import stoffprobe.explore.Explore;
import stoffprobe.ingest.Cache;
import stoffprobe.ingest.FolderSource;
import stoffprobe.ingest.Ingest;
import stoffprobe.ingest.Source;
import stoffprobe.preprocess.Preprocess;

/** The first three stages on the real sample, from IDX files to what training feeds. */
class DataStagesTest {

  private static final Environment ENVIRONMENT = new Environment(Map.of(), Map.of());

  @TempDir Path root;

  @BeforeEach
  void runTheStages() throws Exception {
    run(
        new Ingest(
            Sample.dataset(),
            List.of(new FolderSource(Source.Kind.FOLDER, Sample.folder())),
            new Cache(root.resolve("cache")),
            root,
            42,
            Map.of(),
            ENVIRONMENT));
    run(
        new Explore(
            Ingest.NAME,
            Ingest.FOLDER,
            42,
            Sample.CLASSES,
            new ExploreSettings(5),
            Map.of(),
            ENVIRONMENT));
    run(
        new Preprocess(
            Ingest.NAME,
            Ingest.FOLDER,
            42,
            new PreprocessSettings(0.5, 0.5, 0.1),
            Map.of(),
            ENVIRONMENT));
  }

  private void run(Stage stage) throws Exception {
    Path folder = Files.createDirectory(root.resolve(stage.folder()));
    stage.run(new Workspace(root, folder, Progress.NONE));
  }

  private String text(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  @Test
  void everyClassHasItsFiftyAndTwentyImages() throws IOException {
    List<String> lines = text("2-explore/class-counts.csv").lines().toList();

    assertThat(lines).hasSize(21);
    assertThat(lines.get(1)).isEqualTo("train,0,T-shirt/Top,50,10.0");
    assertThat(lines.get(7)).isEqualTo("train,6,Hemd,50,10.0");
    assertThat(lines.get(20)).isEqualTo("test,9,Stiefel,20,10.0");
    assertThat(lines.subList(1, 11)).allMatch(line -> line.endsWith(",50,10.0"));
    assertThat(lines.subList(11, 21)).allMatch(line -> line.endsWith(",20,10.0"));
  }

  @Test
  void samplesAreThoseOfTheSeed() throws IOException {
    assertThat(text("2-explore/samples.csv"))
        .isEqualTo(
            """
            position,index,class_index,class_name
            0,476,6,Hemd
            1,388,8,Tasche
            2,462,8,Tasche
            3,445,5,Sandale
            4,157,5,Sandale
            """);
  }

  @Test
  void statisticsAreThoseOfAnotherProgram() throws IOException {
    JsonNode statistics =
        new ObjectMapper().readTree(root.resolve("2-explore/statistics.json").toFile());

    // Python, over the bytes of the sample's files.
    assertThat(statistics.at("/train/pixel_mean").asDouble()).isEqualTo(71.80993367346939);
    assertThat(statistics.at("/train/pixel_std").asDouble())
        .isCloseTo(88.90582946315119, within(1e-9));
    assertThat(statistics.at("/test/pixel_mean").asDouble()).isEqualTo(73.5315943877551);
    assertThat(statistics.at("/test/pixel_std").asDouble())
        .isCloseTo(90.15531162127162, within(1e-9));
    assertThat(statistics.at("/train/percent").asDouble()).isEqualTo(500.0 / 7);
    assertThat(statistics.at("/train/duplicates").asInt()).isZero();
    assertThat(statistics.at("/shared_between_splits").asInt()).isZero();
  }

  @Test
  void firstImageIsAPulloverInTwentyEightAlignedRows() throws IOException {
    List<String> lines = text("2-explore/first-image.txt").lines().toList();

    assertThat(lines).hasSize(30);
    assertThat(lines.subList(0, 28)).allMatch(line -> line.length() == 28 * 4 - 1);
    assertThat(lines.get(0))
        .isEqualTo(
            "  0   0   0   1   0   0   0   0   0  10 107 203 199 157 160 183 250 191  67   0   0"
                + "   0   0   0   0   0   0   0");
    assertThat(lines.get(29)).isEqualTo("Label: 2 (Pullover)");
  }

  @Test
  void validationIsATenthOfEachClassAndDisjoint() throws IOException {
    Path folder = root.resolve("3-preprocess");
    LabelledImages train = Split.TRAIN.read(folder);
    LabelledImages validation = Split.VALIDATION.read(folder);

    assertThat(train.count()).isEqualTo(450);
    assertThat(validation.count()).isEqualTo(50);
    assertThat(Split.TEST.read(folder).count()).isEqualTo(200);
    JsonNode leakage = new ObjectMapper().readTree(folder.resolve("leakage.json").toFile());
    assertThat(leakage.findValues("shared")).hasSize(3).allMatch(shared -> shared.asInt() == 0);
    LabelledImages all = Split.TRAIN.read(root.resolve("1-ingest"));
    // 1 and 10 are the first two held out.
    assertThat(validation.images().copy(0)).isEqualTo(all.images().copy(1));
    assertThat(validation.labels().get(1)).isEqualTo(all.labels().get(10));
    assertThat(train.images().copy(1)).isEqualTo(all.images().copy(2));
  }
}
