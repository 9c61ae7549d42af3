package org.portfolioledger.standalone;

import javax.sql.DataSource;
import org.portfolioledger.command.people.Directory;
import org.portfolioledger.command.people.SignInTables;
import org.portfolioledger.command.web.ImportLog;
import org.portfolioledger.ledger.backup.BackupRefused;
import org.portfolioledger.ledger.backup.MaintenanceTask;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** Backs up a data folder, also while it is served, or restores one, and ends. */
class FolderMaintenanceTask {

    static void run(String... arguments) {
        new SpringApplicationBuilder(FolderMaintenanceTask.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=portfolio-ledger")
                .run(arguments)
                .close();
    }

    @Bean
    ApplicationRunner task() {
        return FolderMaintenanceTask::run;
    }

    private static void run(ApplicationArguments arguments) {
        MaintenanceTask task = MaintenanceTask.of(arguments.getSourceArgs());
        LaunchOptions options = LaunchOptions.of(arguments.getSourceArgs());
        switch (task.kind()) {
            case BACKUP -> EmbeddedDatabase.visit(options.dataFolder(), database -> say(task, database));
            case RESTORE ->
                EmbeddedDatabase.make(options.dataFolder(), options.fresh(), database -> say(task, database));
            case MIGRATE ->
                throw new BackupRefused("--migrate is for the halves apart: ./run brings its schemas at every start.");
        }
    }

    private static void say(MaintenanceTask task, DataSource database) {
        System.out.println(task.run(database, Directory.PART, ImportLog.PART, SignInTables.PART));
    }
}
