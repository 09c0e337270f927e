package io.turnout.domain.waitingroom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;

/// The order of those who came before the start: a permutation of their numbers that follows from
/// the seed and from how many they are, and from nothing else. The place of one number is found
/// without the others, so anybody who has a ticket checks its place with ninety hashes.
///
/// It is the swap-or-not shuffle (Hoang, Morris, Rogaway: An Enciphering Scheme Based on a Card
/// Shuffle, 2012), bit for bit as the Ethereum beacon chain specifies it under the name
/// `compute_shuffled_index`, so that programs to check it exist already.
public final class Shuffle {
    private static final int ROUNDS = 90;
    private static final int SEED_BYTES = 32;

    /// How many positions one hash decides.
    private static final int BLOCK = 256;

    /// Positions are hashed as 32 bits, in blocks.
    public static final long COUNT_MAX = 1L << 40;

    private final Seed seed;
    private final long count;

    /// What the other positions of a round are paired around.
    private final long[] pivots = new long[ROUNDS];

    public Shuffle(Seed seed, long count) {
        if (count < 1 || count > COUNT_MAX) {
            throw new IllegalArgumentException("a shuffle of " + count);
        }
        this.seed = seed;
        this.count = count;
        MessageDigest hash = Seed.sha256();
        byte[] input = Arrays.copyOf(seed.bytes(), SEED_BYTES + 1);
        for (int round = 0; round < ROUNDS; round++) {
            input[SEED_BYTES] = (byte) round;
            long first = little(hash.digest(input)).getLong(0);
            pivots[round] = Long.remainderUnsigned(first, count);
        }
    }

    /// The place of a number: from nought to `count`, each taken once.
    public long place(long number) {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException(number + " of " + count);
        }
        MessageDigest hash = Seed.sha256();
        byte[] input = Arrays.copyOf(seed.bytes(), SEED_BYTES + 1 + Integer.BYTES);
        long place = number;
        for (int round = 0; round < ROUNDS; round++) {
            input[SEED_BYTES] = (byte) round;
            place = swapOrNot(place, pivots[round], input, hash);
        }
        return place;
    }

    /// Each round pairs the positions around a pivot; a coin for each pair says whether they swap.
    private long swapOrNot(long place, long pivot, byte[] input, MessageDigest hash) {
        long partner = (pivot + count - place) % count;
        long position = Math.max(place, partner);
        little(input).putInt(SEED_BYTES + 1, (int) (position / BLOCK));
        byte[] coins = hash.digest(input);
        int coin = coins[(int) (position % BLOCK) / Byte.SIZE] >> (position % Byte.SIZE);
        return (coin & 1) == 1 ? partner : place;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
