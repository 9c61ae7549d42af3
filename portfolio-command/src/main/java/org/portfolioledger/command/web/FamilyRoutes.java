package org.portfolioledger.command.web;

import java.util.List;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.Shell;

/** What one family adds to the catalogue: implemented by its endpoint. */
public interface FamilyRoutes {

    List<CommandRoute<?>> posts();

    /** The family's own rules, for the error catalogue. */
    List<? extends Rule> rules();

    Class<? extends Shell> shell();
}
