package io.turnout.adapters.http.text;

import io.turnout.adapters.http.problem.Problem;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a caller says of the page of a list it wants: `limit` and `cursor`. What is none of ours
/// is a 422 that names it.
public final class PageParameters {
    private PageParameters() {}

    /// How many; `usual` when nothing is said, and 1 to `most` else.
    public static int size(@Nullable String limit, int usual, int most) {
        if (limit == null) {
            return usual;
        }
        try {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= most) {
                return size;
            }
        } catch (NumberFormatException refused) {
            // Falls through to the one answer for every limit that is none.
        }
        throw Problem.invalid("limit", "is 1 to " + most).toException();
    }

    /// After whom the page begins; empty for the first page.
    ///
    /// @param read refuses what is no id with an `IllegalArgumentException`
    public static <I> Optional<I> after(@Nullable String cursor, Function<String, I> read) {
        try {
            return Optional.ofNullable(cursor).map(read);
        } catch (IllegalArgumentException refused) {
            throw Problem.invalid("cursor", "is not one we gave").toException();
        }
    }
}
