package io.turnout.adapters.http.problem;

/// Which problem a bare HTTP status stands for, when the server or Jersey refused by itself.
final class StatusProblems {
    private static final String PLAIN = "plain application/json in UTF-8";

    private StatusProblems() {}

    static Problem of(int status, String correlation) {
        return switch (status) {
            case 400, 411, 417 ->
                    known(ProblemType.MALFORMED, "it is not proper HTTP", correlation);
            case 401 ->
                    known(ProblemType.UNAUTHENTICATED, "a bearer token is missing", correlation);
            case 403 -> known(ProblemType.FORBIDDEN, "another role is needed", correlation);
            case 404 -> known(ProblemType.NOT_FOUND, "no such path or no such id", correlation);
            case 405 -> known(ProblemType.METHOD_NOT_ALLOWED, "see the Allow header", correlation);
            case 406 -> known(ProblemType.NOT_ACCEPTABLE, "see the Accept header", correlation);
            case 408 -> known(ProblemType.REQUEST_TIMEOUT, "send it faster", correlation);
            case 413 -> known(ProblemType.PAYLOAD_TOO_LARGE, "at most 64 KiB", correlation);
            case 414 -> known(ProblemType.URI_TOO_LONG, "at most 8 KiB", correlation);
            case 415 -> known(ProblemType.UNSUPPORTED_MEDIA_TYPE, PLAIN, correlation);
            case 421 -> known(ProblemType.MISDIRECTED, "see the Host header", correlation);
            case 429 -> known(ProblemType.RATE_LIMITED, "try again later", correlation);
            case 431 -> known(ProblemType.HEADERS_TOO_LARGE, "at most 8 KiB", correlation);
            case 503 -> known(ProblemType.OVERLOADED, "try again", correlation);
            default -> Problem.plain(status, correlation);
        };
    }

    private static Problem known(ProblemType type, String detail, String correlation) {
        return Problem.of(type, detail, correlation);
    }
}
