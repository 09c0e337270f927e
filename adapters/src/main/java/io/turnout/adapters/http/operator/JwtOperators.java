package io.turnout.adapters.http.operator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.dropwizard.auth.Authenticator;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Operators by signed token: ES256 or RS256 under a key of the set, for us, by the issuer, and
/// within its time. What is wrong with a token is told to nobody.
public final class JwtOperators implements Authenticator<String, Operator> {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);
    private static final Set<String> REQUIRED = Set.of("sub", "exp", "roles");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    public JwtOperators(SignIn signIn, InstantSource clock) {
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(ALGORITHMS, signIn.keys().open()));
        JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(signIn.issuer()).build();
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(signIn.audience(), exact, REQUIRED) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                });
    }

    @Override
    public Optional<Operator> authenticate(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            List<String> words = claims.getStringListClaim("roles");
            if (words == null || claims.getSubject().isBlank()) {
                return Optional.empty();
            }
            Set<Role> roles =
                    words.stream()
                            .flatMap(word -> Role.of(word).stream())
                            .collect(Collectors.toSet());
            return Optional.of(new Operator(claims.getSubject(), roles));
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            return Optional.empty();
        }
    }
}
