package io.turnout.domain.scaling;

/// Between how many instances a stack runs.
public record Bounds(int min, int max) {
    public static final int MOST = 500;

    public Bounds {
        if (min < 0 || max < min || max > MOST) {
            throw new IllegalArgumentException("between " + min + " and " + max + " instances");
        }
    }

    public boolean allow(int count) {
        return min <= count && count <= max;
    }
}
