using System.CommandLine;
using Rootscope.Storage.Parts;

namespace Rootscope.Cli.Options;

/// <summary>How a command is run whose pieces were worked out by shards: it takes them from their parts.</summary>
internal sealed class MergeConfiguration : InvocationConfiguration
{
    /// <summary>The parts.</summary>
    public required PartSet Parts { get; init; }

    /// <summary>The parts that a command takes its pieces from; null where it works them out itself.</summary>
    public static PartSet? PartsOf(ParseResult parsed) => (parsed.InvocationConfiguration as MergeConfiguration)?.Parts;
}
