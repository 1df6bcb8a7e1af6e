package stoffprobe.report.chart;

import java.io.IOException;
import java.nio.file.Path;

/** Stub. */
public interface Figure {
  String name();

  String svg();

  int width();

  int height();

  void write(Path folder) throws IOException;
}
