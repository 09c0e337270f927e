package io.turnout.simulator.soql;

import io.turnout.simulator.schema.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A query cut into words, texts and signs, read from left to right.
final class Tokens {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(?<text>')"
                        + "|(?<moment>\\d{4}-\\d{2}-\\d{2}(?:T[0-9:.]+(?:Z|[+-]\\d{2}:?\\d{2}))?)"
                        + "|(?<number>[+-]?\\d+(?:\\.\\d+)?)|(?<word>[A-Za-z_][A-Za-z0-9_.]*)"
                        + "|(?<sign><=|>=|!=|<>|[=<>(),:]))");

    private static final int LENGTH_MAX = 100_000;

    private static final Set<String> UNSUPPORTED =
            Set.of(
                    "having",
                    "for",
                    "using",
                    "with",
                    "typeof",
                    "includes",
                    "excludes",
                    "all",
                    "update");

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    /// What a token is, and its characters; a text still has its quotes.
    record Token(Kind kind, String text) {}

    enum Kind {
        TEXT,
        MOMENT,
        NUMBER,
        WORD,
        SIGN,
        END
    }

    Tokens(String query) {
        String all = query.stripTrailing();
        if (all.length() > LENGTH_MAX) {
            throw malformed("SOQL statements cannot be longer than 100000 characters.");
        }
        Matcher matcher = TOKEN.matcher(all);
        int at = 0;
        while (at < all.length()) {
            if (!matcher.region(at, all.length()).lookingAt()) {
                throw malformed("unexpected token: '" + all.substring(at).strip() + "'");
            }
            Token token = matcher.group("text") == null ? token(matcher) : text(all, matcher);
            tokens.add(token);
            at =
                    token.kind() == Kind.TEXT
                            ? matcher.start("text") + token.text().length()
                            : matcher.end();
        }
        tokens.add(new Token(Kind.END, "<EOF>"));
    }

    /// From one quote to the next that no backslash precedes. A pattern for it would go as deep as
    /// the text is long.
    private static Token text(String all, Matcher matcher) {
        for (int i = matcher.end(); i < all.length(); i++) {
            switch (all.charAt(i)) {
                case '\\' -> i++;
                case '\'' -> {
                    return new Token(Kind.TEXT, all.substring(matcher.start("text"), i + 1));
                }
                default -> {}
            }
        }
        throw malformed("unexpected token: '" + all.substring(matcher.start("text")) + "'");
    }

    private static Token token(Matcher matcher) {
        for (Kind kind : Kind.values()) {
            String group =
                    kind == Kind.END ? null : matcher.group(kind.name().toLowerCase(Locale.ROOT));
            if (group != null) {
                return new Token(kind, group);
            }
        }
        throw new IllegalStateException("a match without a group");
    }

    static Refusal malformed(String why) {
        return Refusal.request(400, "MALFORMED_QUERY", why);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean isNext(String word) {
        Token token = peek();
        return token.kind() != Kind.TEXT && token.text().equalsIgnoreCase(word);
    }

    /// Takes the word when it comes next.
    boolean accept(String word) {
        boolean there = isNext(word);
        if (there) {
            var _ = take();
        }
        return there;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw unexpected();
        }
    }

    String word() {
        if (peek().kind() != Kind.WORD) {
            throw unexpected();
        }
        return take().text();
    }

    Refusal unexpected() {
        return malformed("unexpected token: '" + peek().text() + "'");
    }

    static Refusal unsupported(String what) {
        return Refusal.request(
                501, "NOT_MODELLED", "UNSUPPORTED by this simulator in SOQL: " + what);
    }

    /// What the platform understands and this program does not is refused by name.
    Refusal unsupportedOrUnexpected() {
        String word = peek().text();
        return UNSUPPORTED.contains(word.toLowerCase(Locale.ROOT))
                ? unsupported(word)
                : unexpected();
    }
}
