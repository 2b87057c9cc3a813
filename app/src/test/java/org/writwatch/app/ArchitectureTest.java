package org.writwatch.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The street goes one way, and only the app knows a screen, a clock or an argument. */
@AnalyzeClasses(packages = "org.writwatch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FACTS_KNOW_NOBODY = imports("facts", "facts");

    @ArchTest
    static final ArchRule ESTIMATES_STAND_ALONE = imports("estimates", "estimates");

    @ArchTest
    static final ArchRule AGREEMENTS_KNOW_FACTS = imports("agreements", "agreements", "facts");

    @ArchTest
    static final ArchRule EVIDENCE_KNOWS_NO_LAW = imports("evidence", "evidence", "facts", "agreements", "estimates");

    @ArchTest
    static final ArchRule LAW_KNOWS_NO_STATISTICS = imports("law", "law", "facts", "agreements");

    @ArchTest
    static final ArchRule PAPERS_KNOW_RESULTS = imports("papers", "papers", "facts", "agreements", "evidence", "law");

    @ArchTest
    static final ArchRule PAPERS_DO_NOT_ESTIMATE = noClasses()
            .that()
            .resideInAPackage("org.writwatch.papers..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.writwatch.estimates..");

    @ArchTest
    static final ArchRule ONE_WAY_TO_READ_YAML = noClasses()
            .that()
            .resideOutsideOfPackages("org.writwatch.facts.yaml", "org.writwatch.law.check")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yaml..");

    @ArchTest
    static final ArchRule NO_CLOCK_BELOW_THE_APP = noClasses()
            .that()
            .resideOutsideOfPackage("org.writwatch.app..")
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule NOBODY_EXITS_BUT_MAIN_AND_IMPORTS = noClasses()
            .that()
            .resideOutsideOfPackage("org.writwatch.app")
            .and()
            .haveSimpleNameNotEndingWith("Import")
            .should()
            .callMethod(System.class, "exit", int.class);

    private static ArchRule imports(String room, String... known) {
        return noClasses()
                .that()
                .resideInAPackage("org.writwatch." + room + "..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "live in a room it may not know",
                        c -> c.getPackageName().startsWith("org.writwatch.")
                                && java.util.Arrays.stream(known)
                                        .noneMatch(k -> c.getPackageName().equals("org.writwatch." + k)
                                                || c.getPackageName().startsWith("org.writwatch." + k + "."))));
    }
}
