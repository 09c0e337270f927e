package io.turnout.adapters.http.lane;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/// From where a request came: the IPv4 address, or the /64 of an IPv6 one, since one subscriber
/// has all of it. `X-Forwarded-For` is heeded from proxies that are listed, and read from its end,
/// up to the first address that is not one of them: what stands before that anybody can write.
final class ClientAddress {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final String UNKNOWN = "unknown";
    private static final int HOPS_MAX = 16;
    private static final int NETWORK_BYTES = 8;

    private final List<AddressRange> proxies;

    ClientAddress(List<AddressRange> proxies) {
        this.proxies = proxies;
    }

    String of(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress()
                        instanceof InetSocketAddress remote
                ? text(client(request, remote.getAddress()))
                : UNKNOWN;
    }

    private InetAddress client(Request request, InetAddress peer) {
        if (!proxy(peer)) {
            return peer;
        }
        List<String> hops = request.getHeaders().getCSV(FORWARDED, false);
        InetAddress last = peer;
        for (int i = hops.size() - 1; i >= 0 && i >= hops.size() - HOPS_MAX; i--) {
            Optional<InetAddress> hop = AddressRange.address(hops.get(i));
            if (hop.isEmpty()) {
                return last;
            }
            last = hop.get();
            if (!proxy(last)) {
                return last;
            }
        }
        return last;
    }

    private boolean proxy(InetAddress address) {
        for (AddressRange range : proxies) {
            if (range.holds(address)) {
                return true;
            }
        }
        return false;
    }

    private static String text(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : InetAddresses.toAddrString(address);
    }
}
