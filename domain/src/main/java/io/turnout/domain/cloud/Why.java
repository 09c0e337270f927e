package io.turnout.domain.cloud;

/// Who wants something done, and for which reason, in one line each.
public record Why(String actor, String reason) {
    private static final int MAX = 200;

    public Why {
        for (String word : new String[] {actor, reason}) {
            boolean isLine = word.chars().noneMatch(Character::isISOControl);
            if (word.isBlank() || word.length() > MAX || !isLine) {
                throw new IllegalArgumentException("one line of 1 to " + MAX + " characters");
            }
        }
    }
}
