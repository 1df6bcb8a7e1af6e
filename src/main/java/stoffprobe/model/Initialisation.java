package stoffprobe.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import stoffprobe.data.RandomStream;

/**
 * PyTorch's defaults. For dense layers and convolutions, kernels and biases alike: uniform in
 * (-1/sqrt(fan_in), 1/sqrt(fan_in)). For batch normalisations: scale and variance 1, shift and mean
 * 0.
 *
 * <p>PyTorch gets there by {@code kaiming_uniform_(a=sqrt(5))} for kernels, whose bound is {@code
 * sqrt(6 / ((1 + 5) fan_in))}, and by the same bound for biases ({@code
 * torch.nn.Linear.reset_parameters}).
 *
 * <p>Drawn here and not by TensorFlow: every tensor has a stream of its own, so no layer starts as
 * the copy of another of its shape, and the values are the same under every version of TensorFlow.
 */
public final class Initialisation {

  private Initialisation() {}

  /** Draws the initial values of all parameters from {@code seed}. */
  public static Weights draw(List<ParameterSpec> specs, long seed) {
    List<float[]> tensors = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      tensors.add(initial(specs.get(i), RandomStream.of(seed, "initialisation", i)));
    }
    return new Weights(specs, tensors);
  }

  private static float[] initial(ParameterSpec spec, RandomGenerator random) {
    return switch (spec.role()) {
      case KERNEL, BIAS -> uniform(spec, random);
      case SCALE, VARIANCE -> all(spec, 1);
      case SHIFT, MEAN -> all(spec, 0);
    };
  }

  private static float[] all(ParameterSpec spec, float value) {
    float[] values = new float[spec.size()];
    Arrays.fill(values, value);
    return values;
  }

  private static float[] uniform(ParameterSpec spec, RandomGenerator random) {
    double bound = 1 / Math.sqrt(spec.fanIn());
    float[] values = new float[spec.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    return values;
  }
}
