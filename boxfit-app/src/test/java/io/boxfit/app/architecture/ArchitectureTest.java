package io.boxfit.app.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Which way dependencies may point. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.boxfit");

  private static final String[] JAVA = {"java..", "javax.."};

  private static String[] with(String... packages) {
    String[] all = Arrays.copyOf(JAVA, JAVA.length + packages.length);
    System.arraycopy(packages, 0, all, JAVA.length, packages.length);
    return all;
  }

  @Test
  void coreStandsAlone() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("io.boxfit.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.boxfit.core..");
    rule.check(CLASSES);
  }

  @Test
  void dataKnowsCore() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.boxfit.data..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.boxfit.model..", "io.boxfit.predict..", "io.boxfit.train..", "io.boxfit.app..");
    rule.check(CLASSES);
  }

  @Test
  void modelKnowsCore() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.boxfit.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.boxfit.data..", "io.boxfit.predict..", "io.boxfit.train..", "io.boxfit.app..");
    rule.check(CLASSES);
  }

  @Test
  void predictKnowsCoreAndOnnxRuntime() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("io.boxfit.predict..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                with("io.boxfit.predict..", "io.boxfit.core..", "ai.onnxruntime.."));
    rule.check(CLASSES);
  }

  @Test
  void theDoctorKnowsNoEngineAndNoTraining() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.boxfit.doctor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.boxfit.train..", "io.boxfit.search..", "io.boxfit.app..", "org.bytedeco..");
    rule.check(CLASSES);
  }

  @Test
  void trainDoesNotKnowItsUsers() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.boxfit.train..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.boxfit.predict..",
                "io.boxfit.doctor..",
                "io.boxfit.search..",
                "io.boxfit.app..");
    rule.check(CLASSES);
  }

  @Test
  void searchDoesNotKnowTheApp() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.boxfit.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.boxfit.app..");
    rule.check(CLASSES);
  }

  @Test
  void onlyTrainKnowsTheEngine() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "io.boxfit.train.engine..",
                "io.boxfit.train.objective..",
                "io.boxfit.train.loop..",
                "io.boxfit.train.batch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");
    rule.check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    ArchRule rule = slices().matching("io.boxfit.(*.*)..").should().beFreeOfCycles();
    rule.check(CLASSES);
    ArchRule within = slices().matching("io.boxfit.doctor.rule.(*)..").should().beFreeOfCycles();
    within.check(CLASSES);
  }

  /** On a machine without fonts they throw. */
  @Test
  void fontsOfTheMachineAreNotUsed() {
    ArchRule rule =
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.awt.Font")
            .orShould()
            .callMethodWhere(target(name("drawString")));
    rule.check(CLASSES);
  }
}
