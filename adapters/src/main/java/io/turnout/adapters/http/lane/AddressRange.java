package io.turnout.adapters.http.lane;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.Optional;

/// Addresses that begin alike: `10.0.0.0/8`, `2001:db8::/32`, or one address by itself.
public record AddressRange(InetAddress first, int bits) {
    public AddressRange {
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("an address has no " + bits + " bits");
        }
    }

    /// Reads one; names are not looked up.
    ///
    /// @throws IllegalArgumentException when it is none
    public static AddressRange of(String text) {
        String[] parts = text.split("/", 2);
        InetAddress first =
                address(parts[0])
                        .orElseThrow(() -> new IllegalArgumentException(text + ": no address"));
        int all = first.getAddress().length * Byte.SIZE;
        try {
            return new AddressRange(first, parts.length == 1 ? all : Integer.parseInt(parts[1]));
        } catch (NumberFormatException refused) {
            throw new IllegalArgumentException(text + ": no range of addresses", refused);
        }
    }

    static Optional<InetAddress> address(String text) {
        return InetAddresses.isInetAddress(text)
                ? Optional.of(InetAddresses.forString(text))
                : Optional.empty();
    }

    boolean holds(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
