using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rootscope.Web.Discussion.Mail;
using Rootscope.Web.Discussion.Rights;
using Rootscope.Web.Discussion.Spam;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Hosting;
using Rootscope.Web.Security;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Discussion;

/// <summary>Puts the discussion into the server: its database, its keys, its rules.</summary>
internal static class DiscussionHosting
{
    private const string DatabaseFile = "discussion.db";

    public static void Add(IServiceCollection services, ObservatoryOptions options)
    {
        services.AddPooledDbContextFactory<DiscussionContext>(database => Use(database, options));
        services
            .AddDataProtection()
            .SetApplicationName("rootscope")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataFolder, "keys")));
        services.AddSingleton(provider => new DiscussionKeys(options.DataFolder, provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton<ErasureTraces>();
        services.AddSingleton<FormStamps>();
        services.AddSingleton<WriterSessions>();
        services.AddSingleton<LinkMail>();
        services.AddHostedService(provider => provider.GetRequiredService<LinkMail>());
        services.AddSingleton<LinkRequests>();
        services.AddSingleton<CommentPosting>();
        services.AddSingleton<CommentReading>();
        services.AddSingleton<CommentModeration>();
        services.AddSingleton<CommentRights>();
        services.AddSingleton<OwnComments>();
        services.AddSingleton<DiscussionSubjects>();
        services.AddHostedService<DiscussionUpkeep>();
    }

    /// <summary>The comments of a site that may or may not be running, for whoever carries them elsewhere.</summary>
    public static async Task<CommentExchange> OpenAsync(ObservatoryOptions options, CancellationToken cancellation)
    {
        if (!Directory.Exists(options.DataFolder))
        {
            PrivateFiles.CreateFolder(options.DataFolder);
        }

        var database = new DbContextOptionsBuilder<DiscussionContext>();
        Use(database, options);
        var contexts = new PooledDbContextFactory<DiscussionContext>(database.Options);
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        await DiscussionSchema.BringUpAsync(context, cancellation);
        return new CommentExchange(contexts);
    }

    private static void Use(DbContextOptionsBuilder database, ObservatoryOptions options)
    {
        if (options.Database is { } postgres)
        {
            database.UseNpgsql(postgres);
        }
        else
        {
            // SQLite gives its journal the mode of its file, and makes the file readable to all unless it is there.
            string file = Path.Combine(options.DataFolder, DatabaseFile);
            if (!File.Exists(file))
            {
                new FileStream(file, PrivateFiles.Opening(FileMode.OpenOrCreate, FileShare.ReadWrite)).Dispose();
            }

            // "Synchronous full" is SQLite's default: what was acknowledged survives a power cut.
            // A path may hold what ends a value in a connection string.
            var connection = new SqliteConnectionStringBuilder
            {
                DataSource = file,
                ForeignKeys = true,
                DefaultTimeout = 10,
            };
            database.UseSqlite(connection.ToString()).AddInterceptors(new SecureSqlite());
        }
    }
}

/// <summary>Brings the database up before the first page, and deletes what is past its time once an hour.</summary>
internal sealed class DiscussionUpkeep(IDbContextFactory<DiscussionContext> contexts, CommentModeration moderation, TimeProvider clock)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (DiscussionContext context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await DiscussionSchema.BringUpAsync(context, cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            await moderation.PurgeAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
