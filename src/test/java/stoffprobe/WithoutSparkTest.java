package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import stoffprobe.cluster.Cluster;

/** Spark's libraries are a burden that only those bear who ask for them. */
final class WithoutSparkTest {

  @TempDir private Path folder;

  @Test
  void nothingOfSparkIsOnTheClassPath() {
    String classPath = System.getProperty("java.class.path");

    assertThat(classPath).contains("jackson-databind"); // it is the one that was looked for
    assertThat(classPath.split("[:;]"))
        .noneMatch(entry -> entry.matches(".*(spark-|hadoop|scala).*"));
    assertThat(Cluster.find()).isEmpty();
  }

  /** A profile that switches itself on would bring it to everybody. */
  @Test
  void onlyTheProfileAsksForIt() throws Exception {
    NodeList groups =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile())
            .getElementsByTagName("groupId");
    List<Element> profiles = new ArrayList<>();
    for (int i = 0; i < groups.getLength(); i++) {
      if (groups.item(i).getTextContent().strip().matches("org\\.apache\\.(spark|hadoop).*")) {
        profiles.add(profile(groups.item(i)));
      }
    }

    assertThat(profiles).isNotEmpty().allMatch(profile -> text(profile, "id").equals("spark"));
    assertThat(profiles.get(0).getElementsByTagName("activation").getLength()).isZero();
    assertThat(profiles.get(0).getElementsByTagName("scope").item(0).getTextContent())
        .isEqualTo("provided");
  }

  @Test
  void predictionsOnSparkSayHowToBuildIt() {
    CommandLineRun run =
        CommandLineRun.of(
            "predict",
            folder.toString(),
            "--model-folder",
            folder.toString(),
            "--spark",
            "local[2]",
            "--to",
            folder.resolve("answers.parquet").toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("make clean build SPARK=1");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void sweepsOnSparkSayHowToBuildItAndDoNothing() {
    CommandLineRun run =
        CommandLineRun.of(
            "sweep", "pipelines/sweep.yaml", "--output", folder.toString(), "--spark", "local[2]");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("make clean build SPARK=1");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void optionsOfSparkAloneAreRefusedWithoutIt() {
    CommandLineRun run =
        CommandLineRun.of("predict", "a.png", "--model-folder", "m", "--to", "answers.parquet");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--to and --force go with --spark");
  }

  private static Element profile(Node node) {
    for (Node above = node; above != null; above = above.getParentNode()) {
      if (above.getNodeName().equals("profile")) {
        return (Element) above;
      }
    }
    throw new AssertionError("a dependency of everybody's: " + node.getTextContent());
  }

  private static String text(Element element, String tag) {
    return element.getElementsByTagName(tag).item(0).getTextContent();
  }
}
