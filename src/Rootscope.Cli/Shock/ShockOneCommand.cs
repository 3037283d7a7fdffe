using System.CommandLine;
using System.Text.RegularExpressions;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Scenarios;

namespace Rootscope.Cli.Shock;

/// <summary><c>rootscope shock ban PRODUCT --from … --to …</c>: a scenario of one shock in one line, of any kind.</summary>
/// <remarks>
/// Arguments and options are the fields of the kind, so that a new kind has its command. The line is written as a scenario file and run as
/// <c>shock run</c> runs it: the same figures, the same hash.
/// </remarks>
internal sealed class ShockOneCommand
{
    private const string DefaultTable = "world-2011";

    private readonly IShockKind _kind;
    private readonly ShockChoices _choices = new(hasRegions: false);
    private readonly Argument<string[]> _about;
    private readonly List<(ShockField Field, Option<string[]> Option)> _fields = [];

    private readonly Option<string> _table = new("--table")
    {
        Description = $"The table: embedded or of the workspace. Default: {DefaultTable}.",
        HelpName = "TABLE",
        DefaultValueFactory = _ => DefaultTable,
    };

    private readonly Option<string?> _horizon = new("--horizon")
    {
        Description = "How far to look ahead, such as 24mo or '2 years'. Default: a year, or until the shock is over.",
        HelpName = "TIME",
    };

    private readonly Option<string?> _save = new("--save")
    {
        Description = "Write the scenario to a file as well, to be changed and run again.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _replace = new("--replace") { Description = "Replace a file that is there." };

    private ShockOneCommand(IShockKind kind)
    {
        _kind = kind;
        ShockField about = kind.Fields.First(f => f.IsRequired);
        _about = new Argument<string[]>(about.Name == ShockFields.Product.Name ? "PRODUCT" : about.Name.ToUpperInvariant())
        {
            Description = about.Meaning,
            Arity = ArgumentArity.OneOrMore,
        };
        _fields.AddRange(kind.Fields.Where(f => f != about && f.Name != ShockFields.Note.Name).Select(f => (f, OptionOf(f))));
        About = about;
    }

    private ShockField About { get; }

    /// <summary>The command of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="examples">Lines that run as they stand.</param>
    public static Command Create(IShockKind kind, params string[] examples)
    {
        var one = new ShockOneCommand(kind);
        var command = new DocumentedCommand(WordOf(kind.Word), $"In one line: {LowerFirst(kind.Meaning)}", examples) { Draws = true };
        command.Add(one._about);
        foreach ((_, Option<string[]> option) in one._fields)
        {
            command.Add(option);
        }

        command.Add(one._table);
        command.Add(one._horizon);
        one._choices.AddTo(command);
        command.Add(one._save);
        command.Add(one._replace);
        command.SetAction((parsed, cancellation) => Task.FromResult(one.Run(parsed, cancellation)));
        return command;
    }

    private static Option<string[]> OptionOf(ShockField field)
    {
        string unit = field.Default.Length > 0 ? $" Default: {field.Default}." : string.Empty;
        return new Option<string[]>($"--{WordOf(field.Name)}", [.. field.Aliases.Select(a => $"--{WordOf(a)}")])
        {
            Description = $"{field.Meaning}{unit}",
            HelpName =
                field.Words.Count > 0
                    ? string.Join('|', field.Words)
                    : field.Type switch
                    {
                        ShockFieldType.Regions or ShockFieldType.Region => "R",
                        ShockFieldType.Number => "X",
                        ShockFieldType.Flag => "true|false",
                        ShockFieldType.File => "FILE",
                        ShockFieldType.Month or ShockFieldType.Months => "TIME",
                        _ => "NAME",
                    },
            Required = field.IsRequired,
            Arity = field.Type == ShockFieldType.Flag ? ArgumentArity.ZeroOrOne : ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = field.Type is ShockFieldType.Regions or ShockFieldType.Texts or ShockFieldType.Products,
        };
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string text = TextOf(parsed, ".");
        string? file = parsed.GetValue(_save);
        ShockCommand.RequireFree(file, parsed.GetValue(_replace));
        int code = ShockRunning.Run(parsed, _choices, $"shock {WordOf(_kind.Word)}", text, Read, cancellation);
        if (file is not null)
        {
            ShockCommand.Save(parsed, file, TextOf(parsed, Path.GetDirectoryName(Path.GetFullPath(file))!));
        }

        return code;
    }

    /// <summary>The line as a scenario that stands in a folder; files that it names are told from there.</summary>
    private string TextOf(ParseResult parsed, string folder)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [About.Name] = Listed(parsed.GetRequiredValue(_about)),
        };
        foreach ((ShockField field, Option<string[]> option) in _fields)
        {
            if (field.Type == ShockFieldType.Flag && parsed.GetResult(option) is { Implicit: false, Tokens.Count: 0 })
            {
                values[field.Name] = ["true"];
            }
            else if (parsed.GetValue(option) is { Length: > 0 } given)
            {
                values[field.Name] = field.Type switch
                {
                    ShockFieldType.Month => [.. given.Select(Moment)],
                    ShockFieldType.File => [.. given.Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))],
                    _ => Listed(given),
                };
            }
        }

        string name = $"{_kind.Word.Replace('_', ' ')}: {string.Join(", ", values[About.Name])}";
        return ScenarioText.OfOneShock(name, parsed.GetRequiredValue(_table), parsed.GetValue(_horizon), _kind, values);
    }

    /// <summary>Refuses a line whose scenario has faults: each in the words of the line.</summary>
    private ScenarioReading Read(Analyst analyst, ScenarioQuestion question)
    {
        ScenarioReading reading = analyst.Check(question, file: null, folder: ".");
        return reading.Faults.Count == 0
            ? reading
            : throw new UsageException(
                string.Join(' ', reading.Faults.Select(f => InWordsOfTheLine(PlaceOf(f) + f.Message)).Distinct(StringComparer.Ordinal))
            );
    }

    /// <summary>The place of a fault in a file that the line names; nothing where it is the line's own.</summary>
    private static string PlaceOf(ScenarioFault fault) =>
        fault.File is ScenarioFiles.OfText or ScenarioQuestion.Name ? string.Empty
        : fault.Line == 0 ? $"{fault.File}: "
        : FormattableString.Invariant($"{fault.File}, line {fault.Line}: ");

    private string InWordsOfTheLine(string message)
    {
        foreach (ShockField field in _kind.Fields)
        {
            string word = field == About ? _about.Name : $"--{WordOf(field.Name)}";
            message = Regex
                .Replace(
                    message,
                    $"'{Regex.Escape(field.Name)}: (?<value>[^']*)'",
                    m => m.Groups["value"].Value == "…" ? $"{word} X" : $"{word} {m.Groups["value"].Value}",
                    RegexOptions.ExplicitCapture,
                    TimeSpan.FromSeconds(1)
                )
                .Replace($"'{field.Name}'", word, StringComparison.Ordinal);
        }

        return message.Replace("'table'", "--table", StringComparison.Ordinal).Replace("'horizon'", "--horizon", StringComparison.Ordinal);
    }

    /// <summary>A moment of a line: "6mo" is month 6.</summary>
    private static string Moment(string text)
    {
        string count = string.Concat(text.TakeWhile(char.IsAsciiDigit));
        string unit = text[count.Length..].Trim();
        return count.Length == 0 ? text : $"{(unit.StartsWith('y') ? "year" : "month")} {count}";
    }

    private static string[] Listed(string[] words) =>
        [.. words.SelectMany(w => w.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static string WordOf(string name) => name.Replace('_', '-');

    private static string LowerFirst(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
