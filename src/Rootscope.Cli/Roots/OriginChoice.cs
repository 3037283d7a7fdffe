using System.CommandLine;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;

namespace Rootscope.Cli.Roots;

/// <summary>The option <c>--origin</c> of <c>roots</c>: one partner that withholds a product, or each in turn.</summary>
internal static class OriginChoice
{
    public static Option<string?> Option() =>
        new("--origin")
        {
            Description =
                "The only region whose deliveries are cut, with --supply imported in a table of many regions; 'all' for every one in "
                + "turn, a row each.",
            HelpName = "R|all",
        };

    /// <summary>Says so where a picture is asked for: rows by origin are not drawn.</summary>
    public static void RefusePictures(ParseResult parsed)
    {
        if (ReportWriter.IsPicture(parsed))
        {
            throw new UsageException(
                "--origin gives a table of industries by origin: choose a format such as json or csv instead of a picture."
            );
        }
    }
}
