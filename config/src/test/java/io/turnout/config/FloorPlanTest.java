package io.turnout.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Each wall is tried twice: it stands in the house, and falls in the ruin for the reason named.
class FloorPlanTest {
    private static final ImportOption NO_CONTRACTS = location -> !location.contains("-tests.jar");
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(NO_CONTRACTS)
                    .importPackages("io.turnout");
    private static final JavaClasses RUIN = new ClassFileImporter().importPackages("ruin");

    private static final FloorPlan PLAN = new FloorPlan("io.turnout", FloorPlan.TOOLS);
    private static final FloorPlan RUINED =
            new FloorPlan("ruin", Map.of("queue", List.of("java.sql.."), "gone", List.of()));

    private static void tried(Function<FloorPlan, ArchRule> wall, String culprit) {
        triedAll(plan -> List.of(wall.apply(plan)), culprit);
    }

    private static void triedAll(Function<FloorPlan, List<ArchRule>> walls, String culprit) {
        walls.apply(PLAN).forEach(wall -> wall.check(HOUSE));
        List<String> faults =
                walls.apply(RUINED).stream()
                        .flatMap(
                                wall ->
                                        wall
                                                .evaluate(RUIN)
                                                .getFailureReport()
                                                .getDetails()
                                                .stream())
                        .toList();
        assertThat(faults)
                .as("falls in the ruin")
                .anySatisfy(fault -> assertThat(fault).contains(culprit));
    }

    @Test
    void wall_1_the_domain_knows_itself_only() {
        tried(FloorPlan::theDomainKnowsItselfOnly, "KnowsApplication");
    }

    @Test
    void wall_2_the_application_knows_the_domain() {
        tried(FloorPlan::theApplicationKnowsTheDomain, "KnowsAdapter");
    }

    @Test
    void wall_3_nobody_knows_the_wiring() {
        tried(FloorPlan::nobodyKnowsTheWiring, "KnowsWiring");
    }

    @Test
    void wall_4_features_do_not_go_round_in_circles() {
        triedAll(FloorPlan::featuresDoNotGoRoundInCircles, "Chicken");
    }

    @Test
    void wall_5_what_the_domain_is_made_of_does_not_change() {
        tried(FloorPlan::whatTheDomainIsMadeOfDoesNotChange, "Changing");
    }

    @Test
    void wall_6_time_and_chance_come_from_outside() {
        tried(FloorPlan::timeAndChanceComeFromOutside, "ReadsClock");
        tried(FloorPlan::timeAndChanceComeFromOutside, "randomUUID");
    }

    @Test
    void wall_7_a_use_case_has_one_door() {
        tried(FloorPlan::aUseCaseHasOneDoor, "TwoDoors has 2 public methods");
        tried(FloorPlan::aUseCaseHasOneDoor, "TwoDoors is not final");
    }

    @Test
    void wall_8_no_use_case_knows_another() {
        tried(FloorPlan::noUseCaseKnowsAnother, "KnowsAnother knows ruin");
    }

    @Test
    void wall_9_every_port_has_its_twin_in_memory() {
        tried(FloorPlan::everyPortHasItsTwinInMemory, "Ledger has no ruin");
    }

    @Test
    void wall_10_each_adapter_keeps_to_its_tools() {
        triedAll(FloorPlan::eachAdapterKeepsToItsTools, "BorrowsTool");
        triedAll(FloorPlan::eachAdapterKeepsToItsTools, "KnowsNeighbour");
    }

    @Test
    void wall_11_every_adapter_has_its_tools_listed_and_none_is_listed_that_is_gone() {
        assertThat(PLAN.rowsThatDoNotFit(HOUSE)).isEmpty();
        assertThat(RUINED.rowsThatDoNotFit(RUIN))
                .containsExactly("gone is gone", "unlisted has no row");
    }

    @Test
    void wall_12_secrets_are_compared_in_one_place() {
        tried(FloorPlan::secretsAreComparedInOnePlace, "GuessesToken.isSame");
        tried(FloorPlan::secretsAreComparedInOnePlace, "GuessesToken.isRight");
        tried(FloorPlan::secretsAreComparedInOnePlace, "GuessesToken.isLike");
    }

    @Test
    void the_house_is_not_empty() {
        for (String floor : List.of("domain", "application", "adapters")) {
            assertThat(HOUSE)
                    .anySatisfy(
                            type ->
                                    assertThat(type.getPackageName())
                                            .startsWith("io.turnout." + floor));
        }
    }
}
