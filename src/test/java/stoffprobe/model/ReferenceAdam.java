package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;

/** Adam in double arithmetic, line by line as in algorithm 1 of arXiv 1412.6980. */
public final class ReferenceAdam {

  private final double rate;
  private final List<double[]> m = new ArrayList<>();
  private final List<double[]> v = new ArrayList<>();
  private int t;

  public ReferenceAdam(double rate, List<double[]> parameters) {
    this.rate = rate;
    for (double[] tensor : parameters) {
      m.add(new double[tensor.length]);
      v.add(new double[tensor.length]);
    }
  }

  public void step(List<double[]> parameters, List<double[]> gradients) {
    t++;
    for (int i = 0; i < parameters.size(); i++) {
      for (int j = 0; j < parameters.get(i).length; j++) {
        double g = gradients.get(i)[j];
        m.get(i)[j] = 0.9 * m.get(i)[j] + 0.1 * g;
        v.get(i)[j] = 0.999 * v.get(i)[j] + 0.001 * g * g;
        double mHat = m.get(i)[j] / (1 - Math.pow(0.9, t));
        double vHat = v.get(i)[j] / (1 - Math.pow(0.999, t));
        parameters.get(i)[j] -= rate * mHat / (Math.sqrt(vHat) + 1e-8);
      }
    }
  }
}
