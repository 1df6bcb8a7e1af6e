package stoffprobe;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The package arrows of the design, held by the build. */
final class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("stoffprobe");

  private static final String[] STAGES = {
    "stoffprobe.ingest..",
    "stoffprobe.explore..",
    "stoffprobe.preprocess..",
    "stoffprobe.train..",
    "stoffprobe.evaluate..",
    "stoffprobe.report.."
  };

  @Test
  void theScanFindsThePackages() {
    Set<String> packages =
        CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

    assertThat(packages)
        .contains("stoffprobe", "stoffprobe.engine", "stoffprobe.model", "stoffprobe.statistics");
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("stoffprobe.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyModelAndTrainKnowTensorFlow() {
    noClasses()
        .that(resideInAPackage("stoffprobe.."))
        .and()
        .resideOutsideOfPackages("stoffprobe.model..", "stoffprobe.train..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.tensorflow..", "org.bytedeco..")
        .check(CLASSES);
  }

  @Test
  void engineKnowsNothingOfTheProject() {
    onlyOwn("stoffprobe.engine..");
  }

  @Test
  void statisticsKnowsNothingOfTheProject() {
    onlyOwn("stoffprobe.statistics..");
  }

  @Test
  void configKnowsNothingOfTheProject() {
    onlyOwn("stoffprobe.config..");
  }

  @Test
  void gpuKnowsNothingOfTheProject() {
    onlyOwn("stoffprobe.gpu..");
  }

  @Test
  void dataKnowsNothingOfTheProject() {
    onlyOwn("stoffprobe.data..");
  }

  @Test
  void picturesKnowsTheFilesAndTheSettingsAlone() {
    noClasses()
        .that()
        .resideInAPackage("stoffprobe.pictures..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("stoffprobe..")
                .and(
                    com.tngtech.archunit.base.DescribedPredicate.not(
                        resideInAnyPackage(
                            "stoffprobe.pictures..", "stoffprobe.data..", "stoffprobe.config.."))))
        .check(CLASSES);
  }

  @Test
  void stagesDoNotKnowOneAnother() {
    for (String stage : STAGES) {
      String[] others =
          Arrays.stream(STAGES).filter(other -> !other.equals(stage)).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(stage)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  @Test
  void theReportComputesNoMetric() {
    noClasses()
        .that()
        .resideInAPackage("stoffprobe.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("stoffprobe.statistics..", "stoffprobe.model..", "stoffprobe.predict..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void nobodyBelowTheCommandLineKnowsIt() {
    noClasses()
        .that()
        .resideInAPackage("stoffprobe..")
        .and()
        .resideOutsideOfPackages("stoffprobe", "stoffprobe.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("stoffprobe.cli..")
        .check(CLASSES);
  }

  @Test
  void whatRunsOnManyMachinesIsKnownToTheCommandLineAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages("stoffprobe.cli..", "stoffprobe.cluster..", "stoffprobe.spark..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("stoffprobe.cluster..", "stoffprobe.spark..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("stoffprobe.spark..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineWritesToTheStandardStreams() {
    noClasses()
        .that(resideInAPackage("stoffprobe.."))
        .and()
        // in a build with Spark, whose last words are silenced
        .resideOutsideOfPackages("stoffprobe.cli..", "stoffprobe.spark..")
        // Main's last words when it is interrupted
        .and()
        .doNotHaveFullyQualifiedName("stoffprobe.Main")
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("stoffprobe.Main")
        .and()
        // Main for a run that may not outlive the executor that started it
        .doNotHaveFullyQualifiedName("stoffprobe.spark.RunMain")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(CLASSES);
  }

  @Test
  void noClassIsNamedAfterNothing() {
    noClasses()
        .that(resideInAnyPackage("stoffprobe.."))
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl)$")
        .check(CLASSES);
  }

  @Test
  void classesAreFinalOrMadeToBeExtended() {
    classes()
        .that(resideInAPackage("stoffprobe.."))
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotAnonymousClasses()
        .and()
        .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(CLASSES);
  }

  /** A package left out here would let a stage stay up to date although its code changed. */
  @ParameterizedTest
  @EnumSource(StageCode.class)
  void theCodeOfAStageCoversAllThatItBuildsOn(StageCode stage) {
    Set<String> covered = new TreeSet<>(stage.packages());
    Set<String> used = new TreeSet<>();
    for (JavaClass javaClass : CLASSES) {
      if (covered.contains(javaClass.getPackageName())) {
        javaClass.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("stoffprobe."))
            .filter(name -> !name.equals("stoffprobe.engine"))
            // tells of the machine what the environment records as the device; computes nothing
            .filter(name -> !name.equals("stoffprobe.gpu"))
            .forEach(used::add);
      }
    }

    assertThat(covered).containsAll(used);
  }

  private static void onlyOwn(String name) {
    noClasses()
        .that()
        .resideInAPackage(name)
        .should()
        .dependOnClassesThat(
            resideInAPackage("stoffprobe..")
                .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage(name))))
        .check(CLASSES);
  }
}
