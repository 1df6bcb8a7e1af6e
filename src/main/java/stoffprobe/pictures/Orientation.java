package stoffprobe.pictures;

/**
 * How the pixels of a file lie to the picture that is meant: the eight values of the EXIF tag
 * {@code Orientation} (CIPA DC-008, 4.6.5), in their order from 1.
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, false, true),
  UPSIDE_DOWN(false, true, true),
  FLIPPED(false, true, false),
  TRANSPOSED(true, false, false),
  /** As most telephones write a picture that was taken with the telephone held upright. */
  TURNED_LEFT(true, true, false),
  TRANSVERSED(true, true, true),
  TURNED_RIGHT(true, false, true);

  private final boolean swapped;
  private final boolean rowsBackwards;
  private final boolean columnsBackwards;

  Orientation(boolean swapped, boolean rowsBackwards, boolean columnsBackwards) {
    this.swapped = swapped;
    this.rowsBackwards = rowsBackwards;
    this.columnsBackwards = columnsBackwards;
  }

  /** The orientation of a tag's value; what is no such value says nothing. */
  static Orientation of(int tag) {
    return tag >= 1 && tag <= values().length ? values()[tag - 1] : UPRIGHT;
  }

  /** Whether the picture is as high as its file is wide. */
  boolean swapped() {
    return swapped;
  }

  /** The row of the file, of so many, that holds the picture's pixel {@code (y, x)}. */
  int row(int y, int x, int rows) {
    int row = swapped ? x : y;
    return rowsBackwards ? rows - 1 - row : row;
  }

  /** The column of the file, of so many, that holds the picture's pixel {@code (y, x)}. */
  int column(int y, int x, int columns) {
    int column = swapped ? y : x;
    return columnsBackwards ? columns - 1 - column : column;
  }
}
