package io.turnout.domain.rollout;

import io.turnout.domain.relocation.StackName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that is switched on org by org (A28): features, and for each stack that orgs move to
/// a flag that says who is to be at home there. A flag is for a while: by `removal`, either the new
/// way is the only one or it is gone, and its line here with it. The flag of a stack stays as long
/// as orgs move there.
///
/// @param key as it is written in storage, in addresses and at a rollout server
/// @param owner which team answers for it
/// @param removal by when nobody may need it any more
/// @param initially who has it in a house in which nothing was decided yet
public record Flag(
        String key, String owner, String purpose, LocalDate removal, Initially initially) {
    public static final Flag CHECKOUT_V2 =
            new Flag(
                    "checkout-v2",
                    "checkout",
                    "New visitors choose, have the seats held, and say then who comes (checkout"
                            + " version 2)",
                    LocalDate.of(2027, 6, 30),
                    Initially.NOBODY);
    public static final Flag WAITING_ROOM =
            new Flag(
                    "waiting-room",
                    "checkout",
                    "When more come than can be let in, visitors wait in line",
                    LocalDate.of(2027, 6, 30),
                    Initially.EVERYBODY);
    public static final Flag BULK_LANE =
            new Flag(
                    "bulk-lane",
                    "delivery",
                    "A backlog leaves for Salesforce as a Bulk job instead of in calls of 200",
                    LocalDate.of(2027, 6, 30),
                    Initially.EVERYBODY);

    /// Those that are not a stack's.
    public static final List<Flag> FEATURES = List.of(CHECKOUT_V2, WAITING_ROOM, BULK_LANE);

    public static final String HOME = "home-";

    /// Who has it is to be at home at that stack.
    public static Flag home(StackName stack) {
        return new Flag(
                HOME + stack,
                "platform",
                "The org is to be at home at " + stack + ": it is moved there",
                LocalDate.of(2027, 12, 31),
                Initially.NOBODY);
    }

    /// Empty where no flag can be called so. Whether a stack of that name is there is not asked.
    public static Optional<Flag> of(String key) {
        return Stream.concat(
                        FEATURES.stream().filter(flag -> flag.key.equals(key)),
                        stack(key).map(Flag::home).stream())
                .findFirst();
    }

    private static Optional<StackName> stack(String key) {
        try {
            return key.startsWith(HOME)
                    ? Optional.of(new StackName(key.substring(HOME.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    /// The stack whose flag it is.
    public Optional<StackName> home() {
        return stack(key);
    }

    @Override
    public String toString() {
        return key;
    }

    /// What was there before flags were is everybody's; what is new is nobody's.
    public enum Initially {
        EVERYBODY,
        NOBODY
    }
}
