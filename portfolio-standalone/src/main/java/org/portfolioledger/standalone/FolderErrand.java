package org.portfolioledger.standalone;

import javax.sql.DataSource;
import org.portfolioledger.command.people.Directory;
import org.portfolioledger.ledger.backup.Errand;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** Backs up a data folder, also while it is served, or restores one, and ends. */
class FolderErrand {

    static void run(String... arguments) {
        new SpringApplicationBuilder(FolderErrand.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=portfolio-ledger")
                .run(arguments)
                .close();
    }

    @Bean
    ApplicationRunner errand() {
        return FolderErrand::run;
    }

    private static void run(ApplicationArguments arguments) {
        Errand errand = Errand.of(arguments.getSourceArgs());
        LaunchOptions options = LaunchOptions.of(arguments.getSourceArgs());
        switch (errand.kind()) {
            case BACKUP -> EmbeddedDatabase.visit(options.dataFolder(), database -> say(errand, database));
            case RESTORE ->
                EmbeddedDatabase.make(options.dataFolder(), options.fresh(), database -> say(errand, database));
        }
    }

    private static void say(Errand errand, DataSource database) {
        System.out.println(errand.run(database, Directory.PART));
    }
}
