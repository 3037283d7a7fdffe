using Rootscope.Hosts.Tests;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// This program runs its tests; a test may start it once more to run command lines (CommandSession).
return args switch
{
    [CommandSession.Word] => await CommandSession.AnswerAsync(),
    _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") => await TestPlatformTestFramework.RunAsync(
        args,
        SelfRegisteredExtensions.AddSelfRegisteredExtensions
    ),
    _ => await ConsoleRunner.Run(args),
};
