package io.turnout.domain.attendeelink;

import io.turnout.domain.hosting.HostName;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.util.Optional;

/// Where links are opened: at the public address of this deployment, or in its place at a host of
/// the org's own, whose pages need not name the org.
public record LinkSite(URI publicUrl) {
    /// The longest address of a link, that of an org's own host.
    public static final int ADDRESS_MAX = 255;

    public LinkSite {
        boolean web = "https".equals(publicUrl.getScheme()) || "http".equals(publicUrl.getScheme());
        String path = publicUrl.getPath();
        if (!web
                || publicUrl.getHost() == null
                || publicUrl.getUserInfo() != null
                || publicUrl.getQuery() != null
                || publicUrl.getFragment() != null
                || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException("a public URL is http(s)://host or host:port");
        }
    }

    /// The address of a link. An own host is asked at the same port, and as safely.
    public String address(OrgId org, Optional<HostName> own, LinkToken token) {
        String port = publicUrl.getPort() < 0 ? "" : ":" + publicUrl.getPort();
        String host = own.map(HostName::value).orElse(publicUrl.getHost());
        String page = own.isPresent() ? "/i/" : "/o/" + org + "/i/";
        return publicUrl.getScheme() + "://" + host + port + page + token.value();
    }
}
