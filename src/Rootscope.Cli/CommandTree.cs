using System.CommandLine;
using System.CommandLine.Help;
using Rootscope.Cli.Accounts;
using Rootscope.Cli.Brief;
using Rootscope.Cli.Catalogue;
using Rootscope.Cli.Completion;
using Rootscope.Cli.Complexity;
using Rootscope.Cli.Data;
using Rootscope.Cli.Dependence;
using Rootscope.Cli.Merge;
using Rootscope.Cli.Network;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Cli.Planning;
using Rootscope.Cli.Roots;
using Rootscope.Cli.Screen;
using Rootscope.Cli.Shock;
using Rootscope.Cli.Site;
using Rootscope.Cli.Tool;
using Rootscope.Cli.Upgrading;
using Rootscope.Cli.WeakSpots;
using Rootscope.Storage.Formats;

namespace Rootscope.Cli;

/// <summary>All commands of <c>rootscope</c>; those of the observatory come from the program that has one.</summary>
internal static class CommandTree
{
    /// <summary>Builds the tree.</summary>
    /// <param name="formats">The formats of tables that are imported; null for those that come with the program.</param>
    /// <param name="site">The commands of the observatory; null where they are handed on.</param>
    public static RootCommand Build(TableFormats? formats = null, IEnumerable<Command>? site = null)
    {
        var root = new RootCommand(
            "Which small technologies an economy stands on, how exposed they are, and what breaks when they are cut."
        )
        {
            RootsCommand.Create(),
            ProductCommand.Create(),
            AccountsCommand.Create(),
            ShockCommand.Create(),
            ComplexityCommand.Create(),
            WeakSpotsCommand.Create(),
            UpgradeCommand.Create(),
            PlanCommand.Create(),
            BriefCommand.Create(),
            DependenceCommand.Create(),
            CatalogueCommand.Create(),
            NetworkCommand.Create(),
            MergeCommand.Create(),
            ScreenCommand.Create(),
            DataCommand.Create(formats ?? TableFormats.Known),
            ReportWriter.Format,
            ReportWriter.OutputFile,
            ReportWriter.Quiet,
            ReportWriter.Metadata,
            ReportWriter.Wide,
            ReportWriter.Full,
            GlobalOptions.Threads,
            GlobalOptions.Sheet,
            GlobalOptions.Language,
            TableArgument.Workspace,
        };
        foreach (Command command in site ?? HandedOnCommand.All())
        {
            root.Add(command);
        }

        root.Add(DoctorCommand.Create());
        root.Add(CompletionCommand.Create());
        root.Add(VersionCommand.Create());
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new DocumentedCommand.HelpWithExamples((HelpAction)help.Action!);

            // Words that begin with a slash are paths.
            help.Aliases.Remove("/h");
            help.Aliases.Remove("/?");
        }

        NumberParsers.AttachTo(root);
        ValueCompletions.AttachTo(root);
        return root;
    }
}
