package stoffprobe.spark;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import stoffprobe.cluster.Place;
import stoffprobe.engine.Host;
import stoffprobe.model.TensorFlowEnvironment;

/** A connection to the machines, with all that they need to compute what this one would. */
final class Session implements AutoCloseable {

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final Place place;

  private Session(SparkSession spark, Place place) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.place = place;
  }

  /** Work that Spark may end by any exception, checked ones that it does not declare among them. */
  @FunctionalInterface
  interface Work<T> {
    T on(Session session) throws IOException;
  }

  /**
   * Does work and closes the connection.
   *
   * @param command names it to the cluster
   * @throws InterruptedIOException if the thread was interrupted
   * @throws IOException if the cluster can't be reached, or gave up
   */
  static <T> T with(Place place, String command, Work<T> work) throws IOException {
    try (Session session = open(place, command)) {
      return work.on(session);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) { // Scala's methods throw checked ones without a word
      throw SparkFailure.of(place, e);
    }
  }

  private static Session open(Place place, String command) {
    SparkConf conf = new SparkConf(false).setAppName("stoffprobe " + command);
    conf.setMaster(place.master());
    conf.set("spark.ui.enabled", "false");
    conf.set("spark.sql.artifact.isolation.enabled", "false");
    // Results of runs come home one by one and are not held.
    conf.set("spark.driver.maxResultSize", "0");
    // Rows of pictures are large: one at a time, and what is classified and what is set aside are
    // written side by side instead of being sorted first.
    conf.set("spark.sql.parquet.enableVectorizedReader", "false");
    conf.set("spark.sql.maxConcurrentOutputFileWriters", "2");
    if (here(place)) {
      conf.set("spark.driver.bindAddress", "127.0.0.1");
      conf.set("spark.driver.host", "127.0.0.1");
    } else {
      conf.set("spark.jars", Program.sparkSide().toUri().toString());
      conf.set("spark.executor.userClassPathFirst", "true");
      conf.set("spark.executor.extraJavaOptions", "-Djava.awt.headless=true -Dfile.encoding=UTF-8");
      environment().forEach((name, value) -> setIfAny(conf, name, value));
    }
    place.settings().forEach(conf::set);
    SparkSession spark = SparkSession.builder().config(conf).getOrCreate();
    Session session = new Session(spark, place);
    spark.sparkContext().addSparkListener(new ClusterLog(here(place)));
    return session;
  }

  private static void setIfAny(SparkConf conf, String name, String value) {
    if (!value.isEmpty()) {
      conf.setExecutorEnv(name, value);
    }
  }

  /** What an executor's environment has to be; of a variable that is empty here, it has none. */
  static Map<String, String> environment() {
    return new TensorFlowEnvironment(Host.current(), System.getenv()).elsewhere();
  }

  private static boolean here(Place place) {
    return place.master().startsWith("local[") || place.master().equals("local");
  }

  /** Whether tasks run in this JVM. */
  boolean here() {
    return here(place);
  }

  SparkSession spark() {
    return spark;
  }

  JavaSparkContext context() {
    return context;
  }

  Program program() throws IOException {
    return here() ? Program.here() : Program.of(context);
  }

  /** A folder for tasks, whole. */
  Parcel parcel(Path folder) throws IOException {
    return here() ? Parcel.here(List.of(folder)) : Parcel.of(context, List.of(folder));
  }

  /** Some of the folders in a folder. */
  Parcel parcel(Path folder, List<String> names) throws IOException {
    return here() ? Parcel.here(List.of(folder)) : Parcel.of(context, folder, names);
  }

  /** Scala prints the traces of what it still wanted to ask executors; nobody can use them. */
  @Override
  public void close() {
    PrintStream err = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      spark.stop();
    } finally {
      System.setErr(err);
    }
  }
}
