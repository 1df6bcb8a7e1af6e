package stoffprobe.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The files in {@code pipelines/} are the experiment that the workshop's notebook describes. */
class ShippedPipelinesTest {

  private static final List<Layer> NOTEBOOK_MLP =
      List.of(
          new Layer.Flatten(),
          new Layer.Dense(256),
          new Layer.Relu(),
          new Layer.Dense(128),
          new Layer.Relu(),
          new Layer.Dense(10));

  @Test
  void fashionMnistIsTheNotebooksExperiment() throws Exception {
    PipelineFile file = read("fashion-mnist.yaml");

    assertThat(file.name()).isEqualTo("fashion-mnist");
    assertThat(file.seed()).isEqualTo(42);
    assertThat(file.explore()).isEqualTo(new ExploreSettings(15));
    assertThat(file.preprocess()).isEqualTo(new PreprocessSettings(0.5, 0.5, 0.0));
    assertThat(file.models())
        .extracting(ModelSettings::name)
        .as("the order in which the report compares them")
        .containsExactly("mlp", "cnn");
    assertThat(file.models())
        .extracting(ModelSettings::training)
        .containsOnly(
            new TrainingSettings(
                10,
                64,
                TrainingSettings.Optimizer.ADAM,
                0.001,
                TrainingSettings.Device.AUTO,
                0,
                2));
    assertThat(file.models().get(0).layers()).isEqualTo(NOTEBOOK_MLP);
    assertThat(parameters(file)).containsOnly(entry("mlp", 235_146L), entry("cnn", 421_642L));
  }

  @Test
  void fashionMnistDescribesThePublishedDataSet() throws Exception {
    DatasetSettings dataset = read("fashion-mnist.yaml").dataset();

    assertThat(dataset.title()).isEqualTo("FashionMNIST");
    assertThat(dataset.license())
        .contains(
            "MIT License, Copyright (c) 2017 Zalando SE; Han Xiao, Kashif Rasul, Roland Vollgraf:"
                + " Fashion-MNIST, arXiv:1708.07747");
    assertThat(dataset.imageShape()).isEqualTo(new Shape.Image(28, 28, 1));
    assertThat(dataset.classes().de())
        .containsExactly(
            "T-shirt/Top",
            "Hose",
            "Pullover",
            "Kleid",
            "Mantel",
            "Sandale",
            "Hemd",
            "Sneaker",
            "Tasche",
            "Stiefel");
    assertThat(dataset.classes().en())
        .containsExactly(
            "T-shirt/top",
            "Trouser",
            "Pullover",
            "Dress",
            "Coat",
            "Sandal",
            "Shirt",
            "Sneaker",
            "Bag",
            "Ankle boot");
    assertThat(dataset.files().all())
        .containsExactly(
            new DatasetSettings.SourceFile(
                "train-images",
                "train-images-idx3-ubyte",
                Optional.of("c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888")),
            new DatasetSettings.SourceFile(
                "train-labels",
                "train-labels-idx1-ubyte",
                Optional.of("bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9")),
            new DatasetSettings.SourceFile(
                "test-images",
                "t10k-images-idx3-ubyte",
                Optional.of("5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b")),
            new DatasetSettings.SourceFile(
                "test-labels",
                "t10k-labels-idx1-ubyte",
                Optional.of("0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")));
    assertThat(dataset.files().sources())
        .isEqualTo(
            new DatasetSettings.Sources(
                List.of(Path.of("/usr/share/datasets/fashion-mnist")),
                Optional.of("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com"),
                Optional.of("dataset-fashion-mnist")));
  }

  @Test
  void playgroundIsTheSameWithTheNotebooksThirdModel() throws Exception {
    PipelineFile common = read("fashion-mnist.yaml");
    PipelineFile playground = read("playground.yaml");

    assertThat(playground.name()).isEqualTo("playground");
    assertThat(playground)
        .usingRecursiveComparison()
        .ignoringFields("name", "models")
        .isEqualTo(common);
    assertThat(playground.models().subList(0, 2)).isEqualTo(common.models());
    assertThat(playground.models().get(2).training()).isEqualTo(common.models().get(0).training());
    assertThat(playground.models().get(2).layers())
        .startsWith(new Layer.Flatten(), new Layer.Dense(512), new Layer.Relu())
        .filteredOn(layer -> layer.equals(new Layer.Dropout(0.33)))
        .hasSize(4);
    assertThat(parameters(playground)).containsEntry("playground", 583_946L).hasSize(3);
  }

  @Test
  void smokeHasTheSameModelsMadeSmall() throws Exception {
    PipelineFile smoke = read("smoke.yaml");
    PipelineFile common = read("fashion-mnist.yaml");

    assertThat(smoke.name()).isEqualTo("smoke");
    assertThat(smoke.models()).extracting(model -> model.training().epochs()).containsOnly(2);
    assertThat(smoke.dataset().classes()).isEqualTo(common.dataset().classes());
    assertThat(smoke.dataset().files().sources())
        .isEqualTo(
            new DatasetSettings.Sources(
                List.of(Path.of("src/test/resources/fashion-mnist-sample")),
                Optional.empty(),
                Optional.empty()));
    for (int i = 0; i < 2; i++) {
      assertThat(smoke.models().get(i).layers())
          .extracting(Layer::word)
          .isEqualTo(common.models().get(i).layers().stream().map(Layer::word).toList());
    }
  }

  private static PipelineFile read(String name) throws Exception {
    return PipelineReader.read(Path.of("pipelines", name), List.of());
  }

  private static Map<String, Long> parameters(PipelineFile file) {
    return file.models().stream()
        .collect(
            Collectors.toMap(
                ModelSettings::name,
                model ->
                    Architecture.of(file.dataset().imageShape(), model.layers()).parameters()));
  }
}
