using System.CommandLine;
using Rootscope.Cli.Options;
using Rootscope.Roots.Measures;
using Rootscope.Tables;

namespace Rootscope.Cli.Roots;

/// <summary>An option whose words are those of the root measures.</summary>
internal sealed class MeasureChoice(string name, string description)
{
    public Option<string?> Option { get; } = new(name) { Description = description, HelpName = string.Join('|', RootMeasures.All) };

    /// <summary>The measure given; null where none is.</summary>
    /// <exception cref="UsageException">The word is not in the list; the message has the nearest.</exception>
    public RootMeasure? Of(ParseResult parsed)
    {
        if (parsed.GetValue(Option) is not { } given)
        {
            return null;
        }

        IReadOnlyList<string> near = NearestNames.Of(given, RootMeasures.All.Select(m => m.Word));
        string hint = near.Count > 0 ? $" Nearest: {near[0]}." : string.Empty;
        return RootMeasures.All.FirstOrDefault(m => string.Equals(m.Word, given, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"{Option.Name} cannot be '{given}'.{hint} It is one of {string.Join(", ", RootMeasures.All)}.");
    }
}
