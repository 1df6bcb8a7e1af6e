package stoffprobe.gpu;

/**
 * A shared library that TensorFlow's GPU library opens by name when it takes a GPU, in the order in
 * which it does; read off the loader's own trace. One that lacks, and TensorFlow takes no GPU.
 */
public enum CudaLibrary {
  DRIVER("libcuda.so.1", Origin.DRIVER),
  RUNTIME("libcudart.so.12", Origin.CUDA),
  BLAS("libcublas.so.12", Origin.CUDA),
  BLAS_LT("libcublasLt.so.12", Origin.CUDA),
  FFT("libcufft.so.11", Origin.CUDA),
  SOLVER("libcusolver.so.11", Origin.CUDA),
  SPARSE("libcusparse.so.12", Origin.CUDA),
  DNN("libcudnn.so.9", Origin.CUDNN);

  /** The runtime of CUDA 11: where it is, an installation is only too old. */
  static final String CUDA_11 = "libcudart.so.11.0";

  private final String file;
  private final Origin origin;

  CudaLibrary(String file, Origin origin) {
    this.file = file;
    this.origin = origin;
  }

  /** Whom it comes from. */
  public enum Origin {
    DRIVER,
    CUDA,
    CUDNN
  }

  /** The name that the loader is asked for. */
  public String file() {
    return file;
  }

  public Origin origin() {
    return origin;
  }
}
