using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rootscope.Shocks.Scenarios;

namespace Rootscope.Storage.Scenarios;

/// <summary>Writes a scenario of one shock as a file that reads back.</summary>
public static partial class ScenarioText
{
    /// <summary>The text of a scenario with one shock.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="table">Name of the table.</param>
    /// <param name="horizon">How far it looks ahead, such as "24 months"; null for the default of lenses, a
    /// year, or until the shock is over where it lasts longer.</param>
    /// <param name="kind">The kind of shock.</param>
    /// <param name="values">Values of the kind's fields as people write them, each one or a list; a field without one is left
    /// out.</param>
    /// <param name="remark">A line that is put above; null for none.</param>
    /// <exception cref="ArgumentException">A value is of a field that the kind does not have.</exception>
    public static string OfOneShock(
        string name,
        string table,
        string? horizon,
        IShockKind kind,
        IReadOnlyDictionary<string, IReadOnlyList<string>> values,
        string? remark = null
    )
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Keys.FirstOrDefault(k => kind.Fields.All(f => f.Name != k)) is { } strange)
        {
            throw new ArgumentException($"A {kind.Word} has no field '{strange}'.", nameof(values));
        }

        var text = new StringBuilder();
        if (remark is not null)
        {
            text.Append("# ").Append(remark.ReplaceLineEndings(" ")).Append('\n');
        }

        text.Append("name: ").Append(Scalar(name)).Append('\n');
        text.Append("table: ").Append(Scalar(table)).Append('\n');
        horizon ??= UntilOver(values);
        if (horizon is not null)
        {
            text.Append("horizon: ").Append(Scalar(horizon)).Append('\n');
        }

        text.Append("shocks:\n  - ").Append(kind.Word).Append(":\n");
        foreach (ShockField field in kind.Fields.Where(f => values.ContainsKey(f.Name)))
        {
            text.Append("      ").Append(field.Name).Append(": ").Append(ValueOf(values[field.Name])).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The months until a shock is over, where these are more than a year; null otherwise.</summary>
    private static string? UntilOver(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        const double Year = 12;
        double Months(ShockField field, Func<string, double?> read) =>
            values.TryGetValue(field.Name, out IReadOnlyList<string>? given) && given.Count == 1 ? read(given[0]) ?? 0 : 0;
        double over =
            Months(ShockFields.Start, ScenarioWords.Moment)
            + Months(ShockFields.Duration, ScenarioWords.Length)
            + Months(ShockFields.Recovery, ScenarioWords.Length);
        return over > Year ? string.Create(CultureInfo.InvariantCulture, $"{over} months") : null;
    }

    private static string ValueOf(IReadOnlyList<string> values) =>
        values.Count == 1 ? Scalar(values[0]) : $"[{string.Join(", ", values.Select(Scalar))}]";

    /// <summary>A value as YAML: plain where nothing in it could mean anything else, between quotes otherwise.</summary>
    private static string Scalar(string value) =>
        Plain().IsMatch(value) ? value : $"'{value.ReplaceLineEndings(" ").Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_.%+ -]*(?<! )$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
