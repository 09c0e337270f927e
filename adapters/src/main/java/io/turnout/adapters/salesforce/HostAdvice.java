package io.turnout.adapters.salesforce;

import java.util.Map;

/// What to do when nobody answers, by the kind of silence. The HTTP client tells kinds apart by
/// the class of what it throws.
final class HostAdvice {
    private static final Map<String, Said> KINDS =
            Map.ofEntries(
                    Map.entry(
                            "UnknownHostException",
                            new Said("has no such name", "check loginUrl, and the DNS here")),
                    Map.entry(
                            "SSLHandshakeException",
                            new Said(
                                    "does not speak TLS that we trust",
                                    "let nothing between open the connection, or trust its"
                                            + " certificate")),
                    Map.entry(
                            "SSLPeerUnverifiedException",
                            new Said(
                                    "shows the certificate of another host",
                                    "check loginUrl, and what stands between")),
                    Map.entry(
                            "SSLException",
                            new Said("does not speak TLS", "check loginUrl, and its port")),
                    Map.entry(
                            "HttpHostConnectException",
                            new Said(
                                    "does not take the connection",
                                    "check loginUrl, and the firewall here")),
                    Map.entry(
                            "ConnectTimeoutException",
                            new Said(
                                    "cannot be reached in time",
                                    "let port 443 out of here to this host")),
                    Map.entry(
                            "SocketTimeoutException",
                            new Said(
                                    "does not answer in time",
                                    "look at status.salesforce.com, then try again")),
                    Map.entry(
                            "NoHttpResponseException",
                            new Said(
                                    "closes the connection without an answer",
                                    "try again; then look at what stands between")));

    private static final Said OTHERWISE =
            new Said("does not answer", "try again; then look at the network between");

    private HostAdvice() {}

    /// What happened, and what to do.
    record Said(String what, String advice) {}

    static Said of(String kind) {
        return KINDS.getOrDefault(kind, OTHERWISE);
    }
}
