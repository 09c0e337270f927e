package io.turnout.domain.media;

/// A picture cut to a size.
public record Variant(int width, int height) {
    private static final int MOST = 4_096;

    public Variant {
        if (width < 1 || height < 1 || width > MOST || height > MOST) {
            throw new IllegalArgumentException(width + " by " + height);
        }
    }
}
