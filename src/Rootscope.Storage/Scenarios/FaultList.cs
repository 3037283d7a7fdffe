using System.Globalization;
using System.Text.RegularExpressions;
using Rootscope.Tables;

namespace Rootscope.Storage.Scenarios;

/// <summary>The faults of one file: what is read goes on behind a fault, so that all are found at once.</summary>
internal sealed partial class FaultList
{
    private readonly List<ScenarioFault> _faults = [];

    public IReadOnlyList<ScenarioFault> Faults => _faults;

    public int Count => _faults.Count;

    /// <summary>Reads something; its fault, if it has one, is kept, and what holds instead is returned.</summary>
    public T? Try<T>(Func<T?> read, T? otherwise = default)
    {
        try
        {
            return read();
        }
        catch (TableException e)
        {
            Add(e);
            return otherwise;
        }
    }

    private void Add(TableException e)
    {
        _faults.Add(
            PlaceForm().Match(e.Place) is { Success: true } match
                ? new ScenarioFault(match.Groups["file"].Value, Number(match, "line"), Number(match, "column"), e.Fault)
                : new ScenarioFault(e.Place, 0, 0, e.Fault)
        );
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 1;

    [GeneratedRegex(
        "^(?<file>.*), line (?<line>[0-9]{1,9})(, column (?<column>[0-9]{1,9}))?$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PlaceForm();
}
