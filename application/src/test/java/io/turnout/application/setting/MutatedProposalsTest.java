package io.turnout.application.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.memory.MemoryAuditTrail;
import io.turnout.application.memory.MemoryConfigVariables;
import io.turnout.application.memory.MemoryInstanceReports;
import io.turnout.application.memory.MemoryProposals;
import io.turnout.application.memory.MemoryRehearsals;
import io.turnout.application.memory.MemorySettingProbes;
import io.turnout.application.memory.MemoryTrialInstances;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.setting.ChangeRule;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.SettingKey;
import io.turnout.domain.setting.SettingKeys;
import io.turnout.domain.setting.SettingKind;
import io.turnout.domain.setting.Variables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Ten thousand proposals, each a sound one that chance has spoiled or not. What is unsound by the
/// oracle below, which shares no code with the rules, reaches neither the variables nor an
/// instance.
class MutatedProposalsTest {
    private static final int MUTANTS = 10_000;
    private static final long SEED = 20_261_130;
    private static final String DATABASE = "jdbc:postgresql://db.example/turnout";
    private static final Author ADA = new Author("ada", "a mutant", "");
    private static final List<String> SPOILS =
            List.of(
                    "0",
                    "-1",
                    "00",
                    "1e9",
                    "NaN",
                    " 16",
                    "16 ",
                    "١٦",
                    "99999999999999999999",
                    "0x10",
                    "1.5",
                    "2.0000",
                    "-0.1",
                    "1s",
                    "1",
                    "1ms",
                    "0ms",
                    "5 s",
                    "PT1S",
                    "9999d",
                    "10min",
                    "info",
                    "INFO",
                    "TRACE",
                    "true",
                    "null",
                    "${HOME}",
                    "../../etc/passwd",
                    "jdbc:postgresql://169.254.169.254/x",
                    "jdbc:postgresql://u:p@db.example/x",
                    "jdbc:postgresql://db.example/x?loggerFile=/tmp/x",
                    "jdbc:h2:mem:x",
                    "jdbc:postgresql://db.example:99999/x",
                    "rediss://cache.example",
                    "gopher://x",
                    "https://flags.example/api",
                    "http://metadata.google.internal/",
                    "https://");

    private final AtomicLong seconds = new AtomicLong();
    private final MemoryConfigVariables variables = new MemoryConfigVariables(this::now);
    private final MemoryTrialInstances trials = new MemoryTrialInstances();
    private final MemoryProposals proposals =
            new MemoryProposals(new MemoryAuditTrail(this::now), this::now);
    private final SettingUseCases desk =
            SettingUseCases.over(
                    new SettingPorts(
                            variables,
                            proposals,
                            trials,
                            new MemoryInstanceReports(this::now),
                            new MemorySettingProbes(),
                            new MemoryRehearsals(),
                            ChangeRule.USUAL));

    private Instant now() {
        return Instant.EPOCH.plusSeconds(seconds.get());
    }

    private Variables current() {
        return ((Answer.Done<Variables>) variables.current()).value();
    }

    @Test
    void of_ten_thousand_mutants_none_that_is_invalid_reaches_an_instance() {
        trials.changeAllAtOnce();
        var _ =
                variables.apply(
                        Edits.set(SettingKeys.DATABASE_URL, DATABASE), 0, new Why("a", "first"));
        Random chance = new Random(SEED);
        int sound = 0;
        int rejected = 0;
        int reachedAnInstance = 0;
        List<String> invalidReached = new ArrayList<>();
        for (int number = 0; number < MUTANTS; number++) {
            Edits edits = mutant(chance);
            boolean isSound = SettingOracle.isSound(current().after(edits), edits);
            long before = current().version();
            int started = trials.everStarted().size();
            ProposalId id = new ProposalId(new UUID(3, number));

            if (desk.propose().propose(id, edits, Proposal.Kind.URGENT, ADA)
                    instanceof ProposeChange.Outcome.Kept) {
                drive(id);
            } else {
                rejected++;
            }

            boolean reached = trials.everStarted().size() > started || current().version() > before;
            sound += isSound ? 1 : 0;
            reachedAnInstance += reached ? 1 : 0;
            if (reached && !isSound) {
                invalidReached.add(edits.values().toString());
            }
        }
        System.out.printf(
                "%d mutants (seed %d): %d sound, %d rejected, %d reached an instance, %d of them"
                        + " invalid%n",
                MUTANTS, SEED, sound, rejected, reachedAnInstance, invalidReached.size());

        assertThat(invalidReached).isEmpty();
        assertThat(SettingOracle.isSound(current().values(), Edits.set("TURNOUT_DRAIN", "1s")))
                .isTrue();
        assertThat(reachedAnInstance).isGreaterThan(MUTANTS / 20);
        assertThat(rejected).isGreaterThan(MUTANTS / 2);
    }

    private void drive(ProposalId id) {
        for (int look = 0; look < 5; look++) {
            seconds.addAndGet(3);
            var _ = desk.drive().drive();
            var _ = desk.tryOut().tryOut(id);
        }
        var _ =
                desk.judge()
                        .judge(id, JudgeProposal.Verdict.CONFIRM, 0, new Author("ben", "y", ""));
        var _ = desk.judge().judge(id, JudgeProposal.Verdict.REVERT, 0, ADA);
        seconds.addAndGet(3);
        var _ = desk.drive().drive();
    }

    private static Edits mutant(Random chance) {
        Map<String, Optional<String>> values = new HashMap<>();
        int many = 1 + chance.nextInt(3);
        for (int i = 0; i < many; i++) {
            SettingKey key = SettingKeys.ALL.get(chance.nextInt(SettingKeys.ALL.size()));
            String name = chance.nextInt(40) == 0 ? key.name() + "_X" : key.name();
            values.put(
                    name,
                    chance.nextInt(30) == 0 ? Optional.empty() : Optional.of(value(key, chance)));
        }
        return new Edits(values);
    }

    private static String value(SettingKey key, Random chance) {
        String plain =
                switch (key.kind()) {
                    case SettingKind.Whole(var min, var max) ->
                            Long.toString(min + chance.nextLong(Math.min(max - min + 1, 300)));
                    case SettingKind.Span(var min, var max) ->
                            min.toMillis() + chance.nextLong(9_000) + "ms";
                    case SettingKind.Part _ -> "0." + (1 + chance.nextInt(9));
                    case SettingKind.Choice(var options) -> options.iterator().next();
                    case SettingKind.Address(var schemes) ->
                            schemes.iterator().next()
                                    + "://host"
                                    + chance.nextInt(9)
                                    + ".example/x";
                    case SettingKind.Secret() -> "hunter2";
                };
        return switch (chance.nextInt(4)) {
            case 0 -> SPOILS.get(chance.nextInt(SPOILS.size()));
            case 1 -> spoiled(plain, chance);
            default -> plain;
        };
    }

    private static String spoiled(String plain, Random chance) {
        int at = chance.nextInt(plain.length() + 1);
        char letter =
                (char)
                        (chance.nextInt(20) == 0
                                ? chance.nextInt(0x2000) + 1
                                : ' ' + chance.nextInt(95));
        return plain.substring(0, at) + letter + plain.substring(at);
    }
}
