using System.CommandLine;
using Rootscope.Answers.Screening;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Screening.Lists;
using Rootscope.Storage.Formats.Screening;
using Rootscope.Storage.Screening;

namespace Rootscope.Cli.Screen;

/// <summary><c>rootscope screen lists add|get|list|show|diff|remove</c>: the lists of the workspace.</summary>
internal static class ScreenListsCommand
{
    private static readonly Argument<string> Layout = new("LAYOUT")
    {
        Description = string.Join("; ", ListLayouts.All.Select(l => $"{l.Word}: {l.Title}")) + ".",
    };

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "The file, or the files of one list.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "What the list is called. Default: the layout's word.",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Publisher = new("--publisher")
    {
        Description = "Who publishes it, where the layout does not say.",
        HelpName = "TEXT",
    };

    private static readonly Option<string?> Date = new("--date")
    {
        Description = "The day it was published (year-month-day), where the file does not say.",
        HelpName = "DATE",
    };

    private static readonly Option<bool> Partial = new("--partial")
    {
        Description = "The file is a part of the list: ask for no least number of records and no names it always had.",
    };

    private static readonly Option<bool> Accept = new("--accept-changes")
    {
        Description = "Take it though it is much smaller, or of another shape, than before.",
    };

    private static readonly Argument<string> List = new("LIST") { Description = "A list of the workspace." };

    private static readonly Option<int?> Top = ReportWriter.TopOption("How many records to tell");

    private static readonly IReadOnlyList<Column<ScreeningRecord>> RecordColumns =
    [
        new("record", string.Empty, "The record's id.", ColumnStyle.Text, "Record", r => r.Id),
        new("name", string.Empty, "Its first name.", ColumnStyle.Text, "Name", r => r.Names[0].Text),
        new(
            "otherNames",
            string.Empty,
            "Its other names, with semicolons between.",
            ColumnStyle.Prose,
            "Other names",
            r => string.Join("; ", r.Names.Skip(1).Select(n => n.Text))
        ),
        new(
            "programmes",
            string.Empty,
            "Programmes and acts, with semicolons between.",
            ColumnStyle.Prose,
            "Programmes",
            r => string.Join("; ", r.Programmes)
        ),
        new("countries", string.Empty, "Countries as the list writes them.", ColumnStyle.Text, null, r => string.Join("; ", r.Countries)),
        new("recordHash", string.Empty, "SHA-256 of what it says.", ColumnStyle.Text, null, r => r.Hash),
    ];

    public static Command Create() =>
        new DocumentedCommand(
            "lists",
            "The lists of the workspace: add one, list them, show one, and what changed in it. Lists are yours: none comes with the "
                + "program.",
            "rootscope screen lists list"
        )
        {
            Add(),
            ScreenListsGetCommand.Create(),
            All(),
            Show(),
            Diff(),
            Remove(),
        };

    private static DocumentedCommand Add()
    {
        var command = new DocumentedCommand(
            "add",
            "Reads a published list, or one of your own, into the workspace. One that is empty, much smaller or of another shape than "
                + "before is refused.",
            "rootscope screen lists add plain samples/restricted-parties.csv --name own --date 2026-01-31"
        )
        {
            Layout,
            Files,
            Name,
            Publisher,
            Date,
            Partial,
            Accept,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(RunAdd(parsed, cancellation)));
        return command;
    }

    private static int RunAdd(ParseResult parsed, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        ScreeningStore store = Analysts.Of(parsed).Screening;
        ListLayout layout = ListLayouts.Find(parsed.GetRequiredValue(Layout));
        var choice = new ListChoice
        {
            Publisher = parsed.GetValue(Publisher),
            Date = ScreenChoices.DayOf(parsed.GetValue(Date), "--date"),
            IsPartial = parsed.GetValue(Partial),
            AcceptsChanges = parsed.GetValue(Accept),
        };
        string name = parsed.GetValue(Name) ?? layout.Word;
        StoredList list = store.ReadFiles(layout, name, parsed.GetRequiredValue(Files), choice, cancellation);
        ReportWriter.Write(ScreenReport.OfLists("screen lists add", [list], Kept(store, list, choice)), parsed);
        return ExitCode.Ok;
    }

    /// <summary>Keeps a list and says what changed by it.</summary>
    public static string Kept(ScreeningStore store, StoredList list, ListChoice choice)
    {
        StoredList? before = store.Keep(list, choice);
        return before is null
            ? "Added."
            : ScreenReport.OfChanges(before.List.Source, list.List.Source, ListDifference.Between(before.List, list.List)).Remarks[0];
    }

    private static DocumentedCommand All()
    {
        var command = new DocumentedCommand(
            "list",
            "Lists the lists of the workspace with publisher, date, hash and number of records.",
            "rootscope screen lists list"
        );
        command.SetAction(parsed =>
        {
            _ = ReportWriter.FormatOf(parsed);
            ScreeningStore store = Analysts.Of(parsed).Screening;
            ReportWriter.Write(ScreenReport.OfLists("screen lists list", store.Names.Select(store.Read)), parsed);
            return ExitCode.Ok;
        });
        return command;
    }

    private static DocumentedCommand Show()
    {
        var command = new DocumentedCommand("show", "Shows the records of a list.", "rootscope screen lists show own") { List, Top };
        command.SetAction(parsed =>
        {
            _ = ReportWriter.FormatOf(parsed);
            StoredList list = Analysts.Of(parsed).Screening.Read(parsed.GetRequiredValue(List));
            int top = ReportWriter.TopOf(parsed, Top);
            IReadOnlyList<ScreeningRecord> records = list.List.Records;
            ReportWriter.Write(
                new Report<ScreeningRecord>(
                    "screen-list",
                    RecordColumns,
                    top == 0 ? records : records.Take(top),
                    new Provenance
                    {
                        Command = "screen lists show",
                        Options = [new("list", list.List.Source.Name), new("sha256", list.List.Source.Sha256)],
                    }
                )
                {
                    OutOf = top > 0 && top < records.Count ? records.Count : null,
                },
                parsed
            );
            return ExitCode.Ok;
        });
        return command;
    }

    private static DocumentedCommand Remove()
    {
        var command = new DocumentedCommand(
            "remove",
            "Removes a list from the workspace. Decisions about its records stay in the log.",
            "rootscope screen lists remove own"
        )
        {
            List,
        };
        command.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(List);
            Analysts.Of(parsed).Screening.Remove(name);
            parsed.InvocationConfiguration.Output.WriteLine($"removed the list '{name}'; decisions about its records stay in the log");
            return ExitCode.Ok;
        });
        return command;
    }

    private static DocumentedCommand Diff()
    {
        var command = new DocumentedCommand("diff", "What changed in a list when it was last replaced.", "rootscope screen lists diff own")
        {
            List,
        };
        command.SetAction(parsed =>
        {
            _ = ReportWriter.FormatOf(parsed);
            ScreeningStore store = Analysts.Of(parsed).Screening;
            StoredList now = store.Read(parsed.GetRequiredValue(List));
            StoredList before = store.ReadBefore(now.List.Source.Name) ?? now;
            ReportWriter.Write(
                ScreenReport.OfChanges(before.List.Source, now.List.Source, ListDifference.Between(before.List, now.List)),
                parsed
            );
            return ExitCode.Ok;
        });
        return command;
    }
}
