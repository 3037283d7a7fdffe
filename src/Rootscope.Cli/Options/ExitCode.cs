using Rootscope.Answers.Questions;
using Rootscope.Storage.Downloads;
using Rootscope.Tables;

namespace Rootscope.Cli.Options;

/// <summary>What the process says to its caller when it ends.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Unexpected = 1;
    public const int Usage = 2;
    public const int BadData = 3;
    public const int NotFound = 4;
    public const int MathematicsFailed = 5;

    /// <summary>A result is another one than was expected.</summary>
    public const int Differs = 6;

    /// <summary>A name is on a list, and the caller asked to be told by the code.</summary>
    public const int HitsFound = 10;
    public const int Interrupted = 130;

    public static int Of(Exception e) =>
        e switch
        {
            OperationCanceledException => Interrupted,
            UsageException or QuestionException => Usage,
            TableException => BadData,
            UnknownNameException => NotFound,
            ModelException => MathematicsFailed,
            DownloadException { Fault: DownloadFault.NotThere } => NotFound,
            DownloadException { Fault: DownloadFault.Differs or DownloadFault.TooLarge } => BadData,
            DownloadException { Fault: DownloadFault.Address } => Usage,
            _ => Unexpected,
        };
}

/// <summary>The command line asks for something that cannot be: a value out of range, options that exclude each other.</summary>
internal sealed class UsageException(FaultText text) : RootscopeException(text);
