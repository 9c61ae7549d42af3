package org.portfolioledger.http;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.access.SignInRefused;
import org.portfolioledger.access.SignOuts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Signs in users with passwords. Only the form for evaluation has any: a bean of it. */
public final class PasswordUsers implements AuthenticationProvider {

    private final AuthenticationProvider signIn;
    private final SignOuts signOuts;

    public PasswordUsers(ConfiguredUsers configured, SignOuts signOuts) {
        this.signOuts = signOuts;
        Map<String, ConfiguredUsers.ConfiguredUser> byName = configured.users().stream()
                .collect(Collectors.toMap(ConfiguredUsers.ConfiguredUser::name, Function.identity()));
        this.signIn = new ThrottledSignIn(
                new DaoAuthenticationProvider(name -> {
                    ConfiguredUsers.ConfiguredUser user = byName.get(name);
                    if (user == null) throw new UsernameNotFoundException("no such user");
                    return new SignedIn(user.actor(), user.password());
                }),
                new SignInThrottle(System::nanoTime));
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        Authentication found = signIn.authenticate(attempt);
        if (found != null && found.getPrincipal() instanceof SignedIn user)
            signOuts.refusal(user.actor(), Instant.MAX).ifPresent(reason -> {
                throw SignInRefused.password(reason);
            });
        return found;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return signIn.supports(authentication);
    }
}
