package stoffprobe.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.DatasetSettings.SourceFile;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.Idx;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledCsv;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Labels;
import stoffprobe.data.Npy;
import stoffprobe.data.NpySource;

/** Reads a source file and holds it against what the pipeline file says of it. */
record FileCheck(DatasetSettings dataset) {

  /**
   * Reads {@code path} as {@code file}.
   *
   * @param name how messages call it
   * @throws BrokenFileException if it can't be read or isn't what the pipeline file describes
   */
  Verified read(SourceFile file, Path path, String name) throws BrokenFileException {
    Verified verified = unchecked(file, path, name);
    if (file.sha256().isPresent() && !file.sha256().get().equals(verified.sha256())) {
      throw new BrokenFileException(
          name
              + ": the SHA-256 of its decompressed bytes is "
              + verified.sha256()
              + ", the pipeline file expects "
              + file.sha256().get()
              + ". Get the original file, or correct dataset.files."
              + file.key()
              + ".sha256.");
    }
    return verified;
  }

  /** As {@link #read}, whatever the hash. */
  Verified unchecked(SourceFile file, Path path, String name) throws BrokenFileException {
    try (InputStream in = Files.newInputStream(path)) {
      if (!file.key().contains("-")) {
        return both(in, name, file.key());
      }
      boolean npy = file.name().endsWith(".npy");
      if (file.key().endsWith("-images")) {
        return images(npy ? NpySource.readImages(in, name) : Idx.readImages(in, name), name, file);
      }
      return labels(npy ? NpySource.readLabels(in, name) : Idx.readLabels(in, name), name, file);
    } catch (BrokenFileException e) {
      throw e;
    } catch (AccessDeniedException e) {
      throw new BrokenFileException(name + " can't be read: permission denied.", e);
    } catch (IOException e) {
      throw new BrokenFileException(name + " can't be read: " + e.getMessage() + ".", e);
    }
  }

  /** Labels and pixels in one file, {@code train} or {@code test}. */
  private Verified both(InputStream in, String name, String key) throws IOException {
    Idx.Content<LabelledImages> content =
        LabelledCsv.read(
            in, name, dataset.height(), dataset.width(), dataset.imageShape().channels());
    LabelledImages values = content.values();
    check(values.labels(), name);
    return new Verified(
        values.count(),
        content.bytes(),
        content.sha256(),
        folder -> {
          Npy.write(folder.resolve(key + "-images.npy"), values.images());
          Npy.write(folder.resolve(key + "-labels.npy"), values.labels());
        });
  }

  private Verified images(Idx.Content<Images> content, String name, SourceFile file)
      throws BrokenFileException {
    Images images = content.values();
    if (images.height() != dataset.height() || images.width() != dataset.width()) {
      throw new BrokenFileException(
          name
              + ": its images have "
              + images.height()
              + " x "
              + images.width()
              + " pixels, the pipeline file expects "
              + dataset.height()
              + " x "
              + dataset.width()
              + ". Get the right file, or correct dataset.size.");
    }
    checkColour(images, name);
    return new Verified(
        images.count(),
        content.bytes(),
        content.sha256(),
        folder -> Npy.write(folder.resolve(file.key() + ".npy"), images));
  }

  private void checkColour(Images images, String name) throws BrokenFileException {
    if (images.colour() && !dataset.colour()) {
      throw new BrokenFileException(
          name
              + ": its images are in colour ([n, height, width, 3]), the pipeline file expects grey."
              + " Write dataset.colour: true, or get the right file.");
    } else if (dataset.colour() && !images.colour()) {
      throw new BrokenFileException(
          name
              + ": its images are grey ([n, height, width]), but dataset.colour is true. Leave that"
              + " key out, or save the images as [n, height, width, 3].");
    }
  }

  private Verified labels(Idx.Content<Labels> content, String name, SourceFile file)
      throws BrokenFileException {
    Labels labels = content.values();
    check(labels, name);
    return new Verified(
        labels.count(),
        content.bytes(),
        content.sha256(),
        folder -> Npy.write(folder.resolve(file.key() + ".npy"), labels));
  }

  private void check(Labels labels, String name) throws BrokenFileException {
    int classes = dataset.classes().count();
    for (int i = 0; i < labels.count(); i++) {
      if (labels.get(i) >= classes) {
        throw new BrokenFileException(
            name
                + ": label "
                + labels.get(i)
                + " of image "
                + i
                + " is none of the "
                + classes
                + " classes (0 to "
                + (classes - 1)
                + ") of the pipeline file. Get the right file, or complete dataset.classes.");
      }
    }
  }
}
