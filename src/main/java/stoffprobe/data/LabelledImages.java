package stoffprobe.data;

/** Images with their labels, as many of these as of those. */
public record LabelledImages(Images images, Labels labels) {

  public LabelledImages {
    if (images.count() != labels.count()) {
      throw new IllegalArgumentException(
          images.count() + " images but " + labels.count() + " labels");
    }
  }

  public int count() {
    return images.count();
  }
}
