package stoffprobe.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVPrinter;
import stoffprobe.config.DatasetSettings.PictureFolder;
import stoffprobe.data.Csv;
import stoffprobe.data.Json;
import stoffprobe.data.Sha256;
import stoffprobe.data.Split;
import stoffprobe.engine.Workspace;
import stoffprobe.ingest.PictureReading.Read;
import stoffprobe.ingest.PictureTree.Skipped;

/** What was read from a folder of pictures, and what was not. */
record PictureRecord(
    PictureFolder folder, List<Read> read, TestSplit split, List<Skipped> skipped) {

  PictureRecord {
    read = List.copyOf(read);
    skipped = List.copyOf(skipped);
  }

  /** Writes {@code pictures.csv}, {@code skipped.csv} and {@code source.json}. */
  void write(Workspace workspace, Optional<String> license) throws IOException {
    try (CSVPrinter csv =
        Csv.create(
            workspace.output("pictures.csv"),
            "split",
            "index",
            "class_index",
            "file",
            "height",
            "width",
            "bytes",
            "sha256")) {
      print(csv, Split.TRAIN, split.train());
      print(csv, Split.TEST, split.test());
    }
    try (CSVPrinter csv = Csv.create(workspace.output("skipped.csv"), "file", "reason")) {
      for (Skipped one : skipped) {
        csv.printRecord(one.name(), one.reason());
      }
    }
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("files", Map.of("pictures", entry()));
    license.ifPresent(text -> source.put("license", text));
    Json.write(workspace.output("source.json"), source);
  }

  private void print(CSVPrinter csv, Split part, List<Integer> indices) throws IOException {
    for (int i = 0; i < indices.size(); i++) {
      Read one = read.get(indices.get(i));
      csv.printRecord(
          part.word(),
          i,
          one.entry().label(),
          one.entry().name(),
          one.height(),
          one.width(),
          one.bytes(),
          one.sha256());
    }
  }

  /** All pictures as one entry: the hash is over a line a picture, {@code name\0sha256\n}. */
  private Map<String, Object> entry() {
    MessageDigest digest = Sha256.start();
    for (Read one : read) {
      String line = one.entry().name() + "\0" + one.sha256() + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("source", "picture-folder");
    entry.put("path", folder.folder().toString());
    entry.put("bytes", read.stream().mapToLong(Read::bytes).sum());
    entry.put("sha256", HexFormat.of().formatHex(digest.digest()));
    entry.put("pictures", read.size());
    entry.put("skipped", skipped.size());
    return entry;
  }
}
