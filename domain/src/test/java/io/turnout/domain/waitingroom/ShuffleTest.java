package io.turnout.domain.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {
    private static final Seed SEED = Seed.of("the published seed");

    @Test
    void the_order_is_what_the_public_specification_says() {
        // From `compute_shuffled_index` of the beacon chain's specification, run in Python.
        Shuffle ten = new Shuffle(SEED, 10);
        Shuffle million = new Shuffle(SEED, 1_000_000);

        assertThat(LongStream.range(0, 10).map(ten::place))
                .containsExactly(3L, 8L, 5L, 7L, 9L, 6L, 1L, 0L, 2L, 4L);
        assertThat(million.place(0)).isEqualTo(360_472);
        assertThat(million.place(999_999)).isEqualTo(559_125);
        assertThat(new Shuffle(SEED, 500_000).place(123_456)).isEqualTo(181_859);
    }

    @Test
    void the_commitment_is_the_plain_hash_of_the_seed() {
        assertThat(SEED.hex())
                .isEqualTo("09b2c8e5eb15ba42e360b4afa90a0bc0851c8ace7acd2d0d3772b23ec2c5f145");
        assertThat(SEED.commitment())
                .isEqualTo("9f0533f5bfc7ff5d75b6546d598a81ca699aeb85b6381ef9cc6ed5895b42b722");
        assertThat(SEED).hasToString("Seed[…]");
    }

    @Test
    void every_place_is_taken_once_whatever_the_number() {
        for (int count : new int[] {1, 2, 3, 255, 256, 257, 4_097}) {
            Shuffle shuffle = new Shuffle(SEED, count);
            BitSet taken = new BitSet(count);

            LongStream.range(0, count).map(shuffle::place).forEach(place -> taken.set((int) place));

            assertThat(taken.cardinality()).as("of %d", count).isEqualTo(count);
        }
    }

    @Test
    void of_three_each_order_comes_as_often_as_any_other() {
        int[] orders = new int[27];
        int shuffles = 6_000;

        for (int i = 0; i < shuffles; i++) {
            Shuffle shuffle = new Shuffle(Seed.of("three " + i), 3);
            orders[(int) (shuffle.place(0) * 9 + shuffle.place(1) * 3 + shuffle.place(2))]++;
        }

        double expected = shuffles / 6.0;
        double chiSquare = 0;
        for (int seen : orders) {
            chiSquare += seen == 0 ? 0 : (seen - expected) * (seen - expected) / expected;
        }
        // Five degrees of freedom: above 20.5 once in a thousand.
        assertThat(chiSquare).isLessThan(20.5);
    }

    @Test
    void who_is_not_of_the_early_has_no_place_among_them() {
        Shuffle shuffle = new Shuffle(SEED, 10);

        assertThatIllegalArgumentException().isThrownBy(() -> shuffle.place(10));
        assertThatIllegalArgumentException().isThrownBy(() -> shuffle.place(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Shuffle(SEED, 0));
    }
}
