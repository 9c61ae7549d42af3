package org.portfolioledger.standalone;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.portfolioledger.http.ConfiguredUsers;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.Grant;
import org.springframework.core.env.Environment;

/** Says where to look, once everything answers. */
final class Welcome {

    private static final String READS_ONLY = " (reads only)";

    private final ConfiguredUsers users;
    private final Environment environment;

    Welcome(ConfiguredUsers users, Environment environment) {
        this.users = users;
        this.environment = environment;
    }

    void print(PrintStream out) {
        String base = "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080");
        out.println();
        out.println("Portfolio Ledger answers at " + base);
        out.println("  API page   " + base + "/swagger-ui.html");
        out.println("  health     " + base + "/actuator/health");
        out.println("  demo users (user:password)");
        for (ConfiguredUsers.ConfiguredUser user : users.users()) {
            out.printf(
                    "    %-24s %s%s%n",
                    user.name() + ":" + user.password().replaceFirst("^\\{noop}", ""),
                    user.roles().stream().map(Grant::toString).sorted().collect(Collectors.joining(", ")),
                    what(user));
        }
        out.println("  a token of the issuer that is built in, and a question with it (or Authorize on the API page)");
        out.println("    token=$(curl -s -u reader:reader -d grant_type=client_credentials " + base
                + "/oauth2/token | sed 's/.*\"access_token\":\"\\([^\"]*\\).*/\\1/')");
        out.println("    curl -s -H \"Authorization: Bearer $token\" " + base + "/api/v1/registers");
        out.println("  three questions to paste");
        out.println("    curl -s -u reader:reader '" + base
                + "/api/v1/portfolios/PF-CHANGE-2011/status?asOf=2011-06-13&knownAt=2011-06-14'");
        out.println(
                "    curl -s -u reader:reader '" + base + "/api/v1/business-cases?initiative=PJ-038&asOf=2011-06-13'");
        out.println("    curl -s -u reader:reader '" + base + "/api/v1/initiatives/PJ-043/downstream?asOf=2011-06-13'");
        out.println();
    }

    private static String what(ConfiguredUsers.ConfiguredUser user) {
        if (user.kind() == ActorKind.AGENT) return " (an agent: proposes but approves nothing)";
        if (user.kind() == ActorKind.SERVICE) return " (a service)";
        return user.roles().stream()
                .map(Grant::role)
                .sorted()
                .findFirst()
                .map(Welcome::what)
                .orElse(READS_ONLY);
    }

    private static String what(ActorRole role) {
        return switch (role) {
            case OPERATOR -> " (looks after the rows)";
            case ADMINISTRATOR -> " (looks after accounts)";
            case ASSURANCE -> " (reads, and records reviews)";
            case REPORTING_READER -> READS_ONLY;
            default -> "";
        };
    }
}
