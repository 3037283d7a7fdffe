using System.Globalization;
using System.Reflection;
using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Rules;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage;

/// <summary>Named rules of dependence: the published ones, and files of the user's in the same layout.</summary>
/// <remarks>
/// Layout: YAML with name, title, source, conditions, and where needed years and without_exports; see docs/methods/dependence.md.
/// </remarks>
public static class DependenceRules
{
    private const string Prefix = "data/rules/";
    private const string Suffix = ".yaml";

    private static readonly Dictionary<string, ThresholdKind> Kinds = new(StringComparer.Ordinal)
    {
        ["above"] = ThresholdKind.Above,
        ["at_least"] = ThresholdKind.AtLeast,
        ["below"] = ThresholdKind.Below,
        ["at_most"] = ThresholdKind.AtMost,
    };

    /// <summary>The names of the published rules, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = EmbeddedNames.Of(Prefix, Suffix);

    /// <summary>Reads a published rule by name, or a file by path.</summary>
    /// <param name="nameOrFile">The name or the path.</param>
    /// <exception cref="UnknownNameException">It is neither; the message has the nearest names.</exception>
    /// <exception cref="TableException">The file has a fault: line, column and repair are in the message.</exception>
    public static DependenceRule Read(string nameOrFile)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameOrFile);
        if (Names.Contains(nameOrFile, StringComparer.Ordinal))
        {
            using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + nameOrFile + Suffix)!);
            return Of(YamlBlock.Of($"published rule {nameOrFile}", text.ReadToEnd()));
        }

        return File.Exists(nameOrFile)
            ? Of(YamlBlock.Read(nameOrFile))
            : throw new UnknownNameException(
                "rule",
                nameOrFile,
                NearestNames.Of(nameOrFile, Names),
                $"Published rules are {string.Join(", ", Names)}; otherwise give the path of a YAML file with name, title, source and "
                    + $"conditions."
            );
    }

    private static DependenceRule Of(YamlBlock block)
    {
        string name = block.Text("name");
        string title = block.Find("title") ?? name;
        string source = block.Find("source") ?? "own";
        DependenceCondition[] conditions = [.. block.Blocks("conditions").Select(ConditionOf)];
        YamlBlock? years = block.FindBlock("years");
        (int hold, int of) = years is null ? (1, 1) : (WholeOf(years, "hold"), WholeOf(years, "of"));
        years?.RequireAllAsked();
        double? withoutExports = block.FindPositive("without_exports");
        block.RequireAllAsked();
        try
        {
            return new DependenceRule(name, title, conditions, hold, of, withoutExports, source);
        }
        catch (TableException e)
        {
            throw new TableException(block.Place, e.Message, e);
        }
    }

    private static DependenceCondition ConditionOf(YamlBlock block)
    {
        string name = block.Text("indicator");
        string[] given = [.. Kinds.Keys.Where(k => block.Find(k) is not null)];
        block.RequireAllAsked();
        if (given.Length != 1)
        {
            throw block.Fault(
                "indicator",
                $"the condition on '{name}' needs one threshold and has {given.Length}. Write one of "
                    + $"{string.Join(", ", Kinds.Keys.Select(k => $"'{k}: NUMBER'"))}."
            );
        }

        string text = block.Text(given[0]);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double threshold) || !double.IsFinite(threshold))
        {
            throw block.Fault(given[0], $"'{given[0]}' is '{text}'. Give a number, with a point.");
        }

        try
        {
            return new DependenceCondition(DependenceIndicators.Find(name), Kinds[given[0]], threshold);
        }
        catch (UnknownNameException e)
        {
            throw new TableException(block.PlaceOf("indicator"), e.Message, e);
        }
    }

    private static int WholeOf(YamlBlock block, string key) =>
        block.FindWhole(key) ?? throw block.Fault(key, $"'{key}' is missing. Write 'years: {{ hold: 2, of: 3 }}'.");
}
